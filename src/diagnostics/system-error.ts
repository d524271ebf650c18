const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'in use by another program',
  EEXIST: 'exists already',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'a loop of symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'not a folder',
  ENOTEMPTY: 'the folder is not empty',
  EPERM: 'not permitted',
  EROFS: 'the disk is read-only',
  EDQUOT: 'the disk quota is used up',
}

/** Whether the operating system refused something, which is the environment's doing and never a mistake in the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'
}

/** The reason of a system error in words; any other error is thrown again. */
export function systemReason(error: unknown): string {
  if (!isSystemError(error)) throw error
  return reasons[error.code ?? ''] ?? `system error ${error.code}`
}
