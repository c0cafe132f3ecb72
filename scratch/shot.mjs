import { chromium } from '@playwright/test'
const [,, path='/', out='/tmp/s.png', mode='desktop', ...acts] = process.argv
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']})
const c = await b.newContext({locale:'en-GB',reducedMotion:'reduce',...(mode.startsWith('phone')?{viewport:{width:390,height:844},deviceScaleFactor:2,isMobile:true,hasTouch:true,colorScheme:mode.includes('dark')?'dark':'light'}:{viewport:{width:1440,height:900},colorScheme:mode.includes('dark')?'dark':'light'})})
const p = await c.newPage()
p.on('console',m=>m.type()==='error'&&console.log('ERR',m.text())); p.on('pageerror',e=>console.log('PAGEERR',e.message))
await p.goto((process.env.BASE??'http://localhost:3100')+path); await p.locator('.marker').first().waitFor({timeout:15000}).catch(()=>console.log('no marker')); await p.waitForTimeout(1000)
for (const a of acts) { const i=a.indexOf('='); const k=a.slice(0,i), s=a.slice(i+1); if(k==='click') await p.locator(s).first().click(); if(k==='wait') await p.waitForTimeout(Number(s)); if(k==='key') await p.keyboard.press(s); if(k==='eval') console.log(await p.evaluate(s)); if(k==='shot') await p.screenshot({path:s}) }
await p.waitForTimeout(800); await p.screenshot({path:out}); console.log(p.url()); await b.close()
