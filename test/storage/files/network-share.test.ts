import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import {
  isOnNetwork,
  isUncPath,
  mountKind,
  networkKind,
} from '../../../main/storage/files/network-share.ts';

test('network shares are known by the number of their file system', () => {
  const shares = [
    0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x6b414653, 0x00c36400, 0x01021997,
  ];
  expect(shares.map((type) => networkKind(type, null))).toEqual([
    'nfs',
    'smb',
    'smb',
    'smb',
    'afs',
    'afs',
    'ceph',
    '9p',
  ]);
  // As a system hands it on that takes it for a number with a sign.
  expect(networkKind(0xff534d42 - 2 ** 32, null)).toBe('smb');
  // ext4, btrfs, xfs, tmpfs, overlay, exFAT.
  expect(
    [0xef53, 0x9123683e, 0x58465342, 0x01021994, 0x794c7630, 0x2011bab0].map((type) =>
      networkKind(type, 'nfs'),
    ),
  ).toEqual([null, null, null, null, null, null]);
});

test('a file system that is a program is a share only where that program is known', () => {
  expect(
    ['fuse.sshfs', 'fuse.rclone', 'fuse.gvfsd-fuse'].map((mount) => networkKind(0x65735546, mount)),
  ).toEqual(['fuse', 'fuse', 'fuse']);
  expect(
    ['fuseblk', 'fuse.gocryptfs', null].map((mount) => networkKind(0x65735546, mount)),
  ).toEqual([null, null, null]);
});

test('where the number cannot be asked the table of mounts tells', () => {
  expect(['nfs4', 'cifs', 'ext4', null].map((mount) => networkKind(null, mount))).toEqual([
    'nfs',
    'smb',
    null,
    null,
  ]);
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/office /srv/office nfs4 rw 0 0',
    '//nas/data /srv/data\\040pelayanan cifs rw 0 0',
    'first /srv/office/inside ext4 rw 0 0',
    'second /srv/office/inside fuse.sshfs rw 0 0',
    '',
  ].join('\n');
  expect(
    [
      '/home/data',
      '/srv/office',
      '/srv/office/data',
      '/srv/officer',
      '/srv/data pelayanan/x',
      '/srv/office/inside/x',
    ].map((path) => mountKind(mounts, path)),
  ).toEqual(['ext4', 'nfs4', 'nfs4', 'ext4', 'cifs', 'fuse.sshfs']);
  expect(mountKind('', '/home')).toBeNull();
});

test('a Windows path names its server', () => {
  expect(
    ['\\\\server\\share\\data', '//server/share', '\\\\?\\UNC\\server\\share'].map(isUncPath),
  ).toEqual([true, true, true]);
  expect(
    ['C:\\data', '\\\\?\\C:\\data', '\\\\.\\pipe\\x', '\\data', '/srv/data'].map(isUncPath),
  ).toEqual([false, false, false, false, false]);
});

test('what cannot be told is no share', async () => {
  expect([await isOnNetwork(tmpdir()), await isOnNetwork('/none/at/all')]).toEqual([false, false]);
});
