import { chromium } from 'playwright-core';
import { writeFileSync } from 'node:fs';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox','--headless=new'] });
const path=process.argv[2];
for (let k=0;k<Number(process.argv[3]??1);k++){
const c = await b.newContext({ viewport:{width:412,height:823}, deviceScaleFactor:1.75, isMobile:true, hasTouch:true, serviceWorkers:'block' });
const p = await c.newPage(); const s = await b.newBrowserCDPSession();
const ev=[]; s.on('Tracing.dataCollected',({value})=>ev.push(...value));
const done=new Promise(r=>s.on('Tracing.tracingComplete',r));
await s.send('Tracing.start',{transferMode:'ReportEvents',traceConfig:{includedCategories:['devtools.timeline','disabled-by-default-devtools.timeline','v8.execute','blink.user_timing','loading']}});
await p.goto('http://localhost:4490/'+path,{waitUntil:'load'}); await p.waitForTimeout(2500);
await s.send('Tracing.end'); await done;
writeFileSync('/tmp/trace.json',JSON.stringify(ev));
// main thread: the one with most ParseHTML
const cnt={}; for(const e of ev) if(e.name==='ParseHTML'&&/localhost:4490/.test(e.args?.beginData?.url??'')) cnt[e.pid+':'+e.tid]=(cnt[e.pid+':'+e.tid]||0)+1;
const main=Object.entries(cnt).sort((a,b)=>b[1]-a[1])[0][0];
const mine=ev.filter(e=>e.pid+':'+e.tid===main&&e.ph==='X').sort((a,b)=>a.ts-b.ts||b.dur-a.dur);
const t0=Math.min(...mine.map(e=>e.ts));
const tasks=mine.filter(e=>/RunTask/.test(e.name));
const fcp=ev.find(e=>e.name==='firstContentfulPaint'); console.log('fcp', fcp&&((fcp.ts-t0)/1000).toFixed(0));
const top=[]; let end=0; for(const t of tasks){ if(t.ts>=end){ top.push(t); end=t.ts+t.dur; } }
for(const t of top.filter(t=>t.dur>8000)){ console.log('TASK at',((t.ts-t0)/1000).toFixed(0),'dur',(t.dur/1000).toFixed(1));
 const kids=mine.filter(e=>e.ts>=t.ts&&e.ts+e.dur<=t.ts+t.dur&&e!==t&&!/RunTask|SimpleWatcher|MessagePipe/.test(e.name));
 const self={}; const stack=[]; for(const e of kids){ while(stack.length&&stack.at(-1).end<=e.ts) stack.pop(); if(stack.length) stack.at(-1).o.self-=e.dur; const o={self:e.dur,name:e.name+(e.name==='FunctionCall'?':'+e.args?.data?.functionName:e.name==='EvaluateScript'||e.name==='v8.evaluateModule'?':'+(e.args?.data?.url??e.args?.fileName??'').slice(-40):'')}; stack.push({end:e.ts+e.dur,o}); (self.list??=[]).push(o);} 
 const sum={}; for(const o of self.list??[]) sum[o.name]=(sum[o.name]||0)+o.self; console.log('   ',Object.entries(sum).sort((a,b)=>b[1]-a[1]).filter(x=>x[1]>700).slice(0,9).map(([n,v])=>`${n} ${(v/1000).toFixed(1)}`).join(', ')); }
await c.close(); }
await b.close();
