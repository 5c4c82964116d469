// One clear sentence instead of a stack trace: macOS gets no Node from our lock file, so it needs its own 22.12 or newer.
const [major, minor] = process.versions.node.split('.').map(Number);
const need = process.platform === 'darwin' ? [22, 12] : [20, 0];
if (major < need[0] || (major === need[0] && minor < need[1])) {
  console.error(
    `This project needs Node ${need.join('.')} or newer on ${process.platform}; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
