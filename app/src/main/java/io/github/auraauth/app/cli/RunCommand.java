package io.github.auraauth.app.cli;

import io.github.auraauth.app.wiring.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura run}. */
@Command(name = "run", description = "Serves until it is told to stop.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--print-sample",
            description = "Print a key and a request to try, in DEV; done anyway when a terminal is looking.")
    private boolean printSample;

    @Option(
            names = "--accept-new-seed",
            description = "Start although the stored users were registered with another AURA_SEED_ID.")
    private boolean acceptNewSeed;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        boolean sample = printSample || surroundings.streams().outIsTerminal();
        Service.run(surroundings.configuration(), sample, acceptNewSeed);
        return ExitStatus.DONE;
    }
}
