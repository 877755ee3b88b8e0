// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/sandbox.h"

#include <QtGlobal>

#include <cstdio>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <malloc.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <initializer_list>
#endif

namespace kessai {

#ifdef Q_OS_LINUX

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
/// The sanitizers reserve terabytes of address space for their shadow.
constexpr bool kLimitsMemory = false;
#else
constexpr bool kLimitsMemory = true;
#endif
constexpr rlim_t kMemoryLimit = 1024UL * 1024 * 1024;
constexpr rlim_t kFileLimit = 64;

/// Calls that rendering never makes. What is missing in this kernel or architecture cannot be called either.
constexpr std::array kRefusedCalls{
    // The network and other processes' sockets.
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(sendmmsg),
    SCMP_SYS(recvfrom),
    SCMP_SYS(recvmsg),
    SCMP_SYS(recvmmsg),
    // Other programs and processes.
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(kill),
    SCMP_SYS(tkill),
    SCMP_SYS(rt_sigqueueinfo),
    SCMP_SYS(rt_tgsigqueueinfo),
    SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(process_madvise),
    SCMP_SYS(kcmp),
    SCMP_SYS(setpgid),
    SCMP_SYS(setsid),
    SCMP_SYS(setpriority),
    // Changing the file system.
    SCMP_SYS(creat),
    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),
    SCMP_SYS(rename),
    SCMP_SYS(renameat),
    SCMP_SYS(renameat2),
    SCMP_SYS(link),
    SCMP_SYS(linkat),
    SCMP_SYS(symlink),
    SCMP_SYS(symlinkat),
    SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),
    SCMP_SYS(rmdir),
    SCMP_SYS(mknod),
    SCMP_SYS(mknodat),
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    SCMP_SYS(chown),
    SCMP_SYS(fchown),
    SCMP_SYS(lchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(truncate),
    SCMP_SYS(ftruncate),
    SCMP_SYS(fallocate),
    SCMP_SYS(utime),
    SCMP_SYS(utimes),
    SCMP_SYS(utimensat),
    SCMP_SYS(futimesat),
    SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr),
    SCMP_SYS(removexattr),
    SCMP_SYS(lremovexattr),
    SCMP_SYS(fremovexattr),
    SCMP_SYS(copy_file_range),
    SCMP_SYS(memfd_create),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(name_to_handle_at),
    SCMP_SYS(fanotify_init),
    SCMP_SYS(inotify_init),
    SCMP_SYS(inotify_init1),
    // The system.
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(move_mount),
    SCMP_SYS(fsopen),
    SCMP_SYS(fsmount),
    SCMP_SYS(open_tree),
    SCMP_SYS(pivot_root),
    SCMP_SYS(chroot),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(io_uring_enter),
    SCMP_SYS(io_uring_register),
    SCMP_SYS(io_setup),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(delete_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(swapoff),
    SCMP_SYS(acct),
    SCMP_SYS(quotactl),
    SCMP_SYS(sethostname),
    SCMP_SYS(setdomainname),
    SCMP_SYS(settimeofday),
    SCMP_SYS(clock_settime),
    SCMP_SYS(adjtimex),
    SCMP_SYS(syslog),
    SCMP_SYS(setuid),
    SCMP_SYS(setgid),
    SCMP_SYS(setreuid),
    SCMP_SYS(setregid),
    SCMP_SYS(setresuid),
    SCMP_SYS(setresgid),
    SCMP_SYS(setgroups),
    SCMP_SYS(capset),
    SCMP_SYS(setrlimit),
    SCMP_SYS(shmget),
    SCMP_SYS(shmat),
    SCMP_SYS(msgget),
    SCMP_SYS(semget),
    SCMP_SYS(mq_open),
    SCMP_SYS(personality),
};

/// These fall back to an older call that can be filtered, when they seem not to exist.
constexpr std::array kHiddenCalls{SCMP_SYS(clone3), SCMP_SYS(openat2)};

bool refuse(scmp_filter_ctx filter, int call, std::initializer_list<scmp_arg_cmp> conditions = {})
{
    return seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), call, static_cast<unsigned>(conditions.size()),
                                  conditions.begin())
        == 0;
}

bool refuseWriting(scmp_filter_ctx filter, int call, unsigned flagsAt)
{
    const auto has = [flagsAt](int mask, int value) {
        return scmp_arg_cmp{flagsAt, SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(mask),
                            static_cast<scmp_datum_t>(value)};
    };
    return refuse(filter, call, {has(O_ACCMODE, O_WRONLY)}) && refuse(filter, call, {has(O_ACCMODE, O_RDWR)})
        && refuse(filter, call, {has(O_CREAT, O_CREAT)}) && refuse(filter, call, {has(O_TRUNC, O_TRUNC)});
}

bool refuseExecutable(scmp_filter_ctx filter, int call)
{
    return refuse(filter, call, {scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC}});
}

bool addRules(scmp_filter_ctx filter)
{
    for (const int call : kRefusedCalls) {
        if (!refuse(filter, call))
            return false;
    }
    for (const int call : kHiddenCalls) {
        if (seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0, nullptr) != 0)
            return false;
    }
    // Threads are needed to scale images, processes are not.
    if (!refuse(filter, SCMP_SYS(clone), {scmp_arg_cmp{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0}}))
        return false;
    // Setting limits, as opposed to asking for them.
    if (!refuse(filter, SCMP_SYS(prlimit64), {scmp_arg_cmp{2, SCMP_CMP_NE, 0, 0}}))
        return false;
    // Code that was not here before the document came.
    if (!refuseExecutable(filter, SCMP_SYS(mmap)) || !refuseExecutable(filter, SCMP_SYS(mprotect))
        || !refuseExecutable(filter, SCMP_SYS(pkey_mprotect)))
        return false;
    return refuseWriting(filter, SCMP_SYS(open), 1) && refuseWriting(filter, SCMP_SYS(openat), 2);
}

bool setLimit(__rlimit_resource resource, rlim_t value)
{
    const rlimit limit{value, value};
    return setrlimit(resource, &limit) == 0;
}

bool setLimits()
{
    // Each thread's own heap would reserve address space that is counted against the limit.
    mallopt(M_ARENA_MAX, 1);
    return setLimit(RLIMIT_CORE, 0) && setLimit(RLIMIT_FSIZE, 0) && setLimit(RLIMIT_NOFILE, kFileLimit)
        && (!kLimitsMemory || setLimit(RLIMIT_AS, kMemoryLimit));
}

bool report(const char *what, bool refused)
{
    std::printf("%s: %s\n", what, refused ? "refused" : "ALLOWED");
    std::fflush(stdout);
    return refused;
}

bool isRefused(long result)
{
    return result < 0 && (errno == EPERM || errno == ENOSYS);
}

} // namespace

bool closeSandbox()
{
    const pid_t parent = getppid();
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        return false;
    if (!setLimits() || prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return false;
    const bool closed = addRules(filter) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return closed;
}

bool testSandbox()
{
    bool all = report("socket", isRefused(socket(AF_INET, SOCK_STREAM, 0)));
    all &= report("local socket", isRefused(socket(AF_UNIX, SOCK_STREAM, 0)));
    all &= report("new file", isRefused(open("/tmp/kessai-render-self-test", O_WRONLY | O_CREAT, 0600)));
    all &= report("unnamed file", isRefused(open("/tmp", O_RDWR | O_TMPFILE, 0600)));
    all &= report("writing to a file", isRefused(open("/dev/null", O_WRONLY)));
    all &= report("new directory", isRefused(mkdir("/tmp/kessai-render-self-test.d", 0700)));
    all &= report("deleting", isRefused(unlink("/tmp/kessai-render-self-test")));
    all &= report("renaming", isRefused(rename("/tmp/kessai-render-self-test", "/tmp/kessai-render-self-test.2")));
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    all &= report("new process", isRefused(child));
    const char *const arguments[] = {"/bin/false", nullptr};
    all &= report("other program", isRefused(execve("/bin/false", const_cast<char *const *>(arguments), environ)));
    all &= report("signal to others", isRefused(kill(getppid(), 0)));
    void *const code = mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    all &= report("new code", code == MAP_FAILED && errno == EPERM);
    const rlimit more{kFileLimit * 2, kFileLimit * 2};
    all &= report("higher limits", isRefused(setrlimit(RLIMIT_NOFILE, &more)));
    rlimit memory{};
    const bool limited = getrlimit(RLIMIT_AS, &memory) == 0 && memory.rlim_cur == kMemoryLimit;
    all &= report("more than 1 GB of memory", !kLimitsMemory || limited);

    const int fonts = open("/etc/fonts/fonts.conf", O_RDONLY);
    std::printf("reading fonts: %s\n", fonts >= 0 || errno == ENOENT ? "allowed" : "REFUSED");
    if (fonts >= 0)
        close(fonts);
    std::fflush(stdout);
    return all;
}

#else

bool closeSandbox()
{
    return true;
}

bool testSandbox()
{
    std::printf("no sandbox on this system\n");
    return false;
}

#endif

} // namespace kessai
