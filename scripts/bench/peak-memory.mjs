/**
 * Loaded before another program (node --import), writes the most memory it had resident, in bytes, to its descriptor 3 when it ends.
 * Linux says it for the program itself; elsewhere getrusage does, which may count what the parent had when it started the child.
 */
import { readFileSync, writeSync } from 'node:fs'

process.on('exit', () => writeSync(3, String(peak())))

function peak() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
  } catch {
    return process.resourceUsage().maxRSS * 1024
  }
}
