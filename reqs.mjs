import { chromium } from 'playwright-core'; import { gzipSync } from 'node:zlib';
const b=await chromium.launch({executablePath:'/usr/bin/chromium'});
for(const p of process.argv.slice(2)){const c=await b.newContext({viewport:{width:1440,height:900},reducedMotion:'reduce'});const pg=await c.newPage();const seen=[];pg.on('response',r=>{if(r.url().startsWith('http'))seen.push(r.body().then(x=>[r.request().resourceType(),gzipSync(x).length,new URL(r.url()).pathname]).catch(()=>0))});
await pg.goto('http://localhost:4490'+p,{waitUntil:'networkidle'});await pg.waitForTimeout(1200);const all=(await Promise.all(seen)).filter(Boolean);
const js=all.filter(x=>x[0]=='script');console.log(p,all.length,'js',js.length,(js.reduce((s,x)=>s+x[1],0)/1000).toFixed(1),'html',all.filter(x=>x[0]=='document').map(x=>x[1]).join());if(process.env.V)for(const x of all.filter(x=>1).sort((a,b)=>a[1]-b[1]))console.log('   ',x.join(' '));await c.close();}
await b.close();
