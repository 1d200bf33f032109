// At every start the runtime unpacks its type data, some 16 MB, before any managed code runs. With pages of 4 KB the kernel's part of that
// (four thousand page faults) costs more than the unpacking. This asks for large pages for that memory before it is touched. It is advice:
// a system that gives none goes on as before. See docs/decisions/start-time.md.

#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

static int advise(struct dl_phdr_info* program, size_t size, void* unused)
{
    (void)size;
    (void)unused;
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int i = 0; i < program->dlpi_phnum; i++)
    {
        // The memory behind what is in the file: it begins as zeros, and the type data is its largest part.
        const ElfW(Phdr)* part = &program->dlpi_phdr[i];
        const uintptr_t start = (program->dlpi_addr + part->p_vaddr + part->p_filesz + page - 1) & ~(page - 1);
        const uintptr_t end = (program->dlpi_addr + part->p_vaddr + part->p_memsz) & ~(page - 1);
        if (part->p_type == PT_LOAD && end > start)
            (void)madvise((void*)start, end - start, MADV_HUGEPAGE);
    }

    // The first object is the program itself; the libraries behind it are none of our business.
    return 1;
}

__attribute__((constructor)) static void ask_for_large_pages(void)
{
    (void)dl_iterate_phdr(advise, 0);
}
