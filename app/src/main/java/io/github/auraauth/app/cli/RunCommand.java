package io.github.auraauth.app.cli;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.process.AcceptedChanges;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.run.Fakes;
import io.github.auraauth.app.run.ServiceLifecycle;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura run}. */
@Command(name = "run", description = "Serves until it is told to stop.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final ProcessContext context;

    @Option(
            names = "--print-sample",
            description = "Print a key and a request to try, in DEV; done anyway when a terminal is looking.")
    private boolean printSample;

    @Option(
            names = "--accept-new-seed",
            description = "Start although the stored users were registered with another AURA_SEED_ID.")
    private boolean acceptNewSeed;

    @Option(
            names = "--accept-new-encryption-key",
            description = "Start although the stored data were enciphered with other keys than those of"
                    + " AURA_ENCRYPTION_KEY.")
    private boolean acceptNewEncryptionKey;

    @Option(
            names = "--with-fakes",
            description = "Play Kernel and Direct Line in this process, in DEV: a login and a conversation without an"
                    + " account anywhere.")
    private boolean withFakes;

    RunCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        ServiceLifecycle.StartOptions options = new ServiceLifecycle.StartOptions(
                printSample || context.streams().outIsTerminal(),
                new AcceptedChanges(acceptNewSeed, acceptNewEncryptionKey));
        if (!withFakes) {
            ServiceLifecycle.run(context.configuration(), options, Optional.empty());
            return ExitStatus.DONE;
        }
        try (Fakes fakes = fakes()) {
            ServiceLifecycle.run(context.in(fakes.environment()).configuration(), options, Optional.of(fakes));
        }
        return ExitStatus.DONE;
    }

    private Fakes fakes() throws StartRefused {
        return Fakes.start(
                context.environment(), context.configurationReader().kind(), context.clock(), context.random());
    }
}
