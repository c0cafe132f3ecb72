import { loadImage, createCanvas } from '@napi-rs/canvas'
for (const n of ['a','b','c']) {
  const [p,q]=await Promise.all(['before','after'].map(s=>loadImage(`/tmp/pv-${s}-${n}.png`)))
  const d=(i)=>{const c=createCanvas(i.width,i.height),x=c.getContext('2d');x.drawImage(i,0,0);return x.getImageData(0,0,i.width,i.height).data}
  const A=d(p),B=d(q);let k=0,minx=9e9,miny=9e9,maxx=0,maxy=0
  for(let i=0;i<A.length;i+=4) if(Math.abs(A[i]-B[i])+Math.abs(A[i+1]-B[i+1])+Math.abs(A[i+2]-B[i+2])>6){k++;const x=(i/4)%p.width,y=Math.floor(i/4/p.width);minx=Math.min(minx,x);maxx=Math.max(maxx,x);miny=Math.min(miny,y);maxy=Math.max(maxy,y)}
  console.log(n,k,minx,miny,maxx,maxy)
}
