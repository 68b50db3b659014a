package io.leeway.bench;

/**
 * Processor seconds and time used between two moments.
 *
 * @param seconds of the wall clock
 * @param service the service's process
 * @param load the load generator's process
 * @param all of the whole machine
 * @param own of the bench's own process
 */
record Usage(double seconds, Cpu service, double load, double all, double own) {
    static Usage now(ServiceProcess service, Load load) {
        return new Usage(
                System.nanoTime() / 1e9,
                Cpu.of(service.pid()),
                Cpu.of(load.pid()).total(),
                Machine.busy(),
                Cpu.of(ProcessHandle.current().pid()).total());
    }

    Usage since(Usage before) {
        return new Usage(
                seconds - before.seconds,
                service.since(before.service),
                load - before.load,
                all - before.all,
                own - before.own);
    }

    /** Cores busy with what is not ours: other programs, and what the kernel does in nobody's name. */
    double foreignCores() {
        return Math.max(0, all - service.total() - load - own) / seconds;
    }
}
