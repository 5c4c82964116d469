import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox','--headless=new'] });
const agg={}, N=5; const self={};
for(let k=0;k<N;k++){ const c = await b.newContext({ viewport:{width:412,height:823}, deviceScaleFactor:1.75, isMobile:true, hasTouch:true, serviceWorkers:'block' });
const p=await c.newPage(); const s=await c.newCDPSession(p); await s.send('Profiler.enable'); await s.send('Profiler.setSamplingInterval',{interval:200}); await s.send('Profiler.start');
await p.goto('http://localhost:4490/'+process.argv[2],{waitUntil:'load'}); await p.waitForTimeout(Number(process.argv[3]??1500));
const {profile}=await s.send('Profiler.stop'); const byId=new Map(profile.nodes.map(n=>[n.id,n])); const par=new Map(); for(const n of profile.nodes) for(const ch of n.children??[]) par.set(ch,n.id);
const t=new Map(); profile.samples.forEach((id,i)=>t.set(id,(t.get(id)??0)+profile.timeDeltas[i]));
for(const [id,us] of t){ const seen=new Set(); let first=true; for(let x=id;x!==undefined;x=par.get(x)){ const n=byId.get(x).callFrame; const name=(n.functionName||'(anon)')+' '+n.url.split('/').pop().slice(0,18)+':'+n.lineNumber+':'+n.columnNumber; if(first){self[name]=(self[name]??0)+us; first=false;} if(!seen.has(name)){seen.add(name); agg[name]=(agg[name]??0)+us;} } }
await c.close(); }
const show=(o,k)=>Object.entries(o).sort((a,b)=>b[1]-a[1]).slice(0,k).forEach(([n,v])=>console.log((v/1000/N).toFixed(2).padStart(8),n));
console.log('inclusive'); show(agg,45); console.log('self'); show(self,25);
await b.close();
