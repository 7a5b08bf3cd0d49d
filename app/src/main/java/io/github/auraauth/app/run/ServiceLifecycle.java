package io.github.auraauth.app.run;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.logging.Logging;
import io.github.auraauth.app.process.AcceptedChanges;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.Server;
import io.github.auraauth.app.wiring.start.PlayedServices;
import io.github.auraauth.embedded.DataFolderException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code aura run}: serves until the process is told to stop. */
public final class ServiceLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceLifecycle.class);

    private ServiceLifecycle() {}

    /**
     * Serves, and does not return while it can: a signal stops the service gracefully and ends the process with status
     * 0, where the JVM's own would be 143. So does a signal during the start, which may wait long for its database.
     *
     * @param options how it is started
     * @param fakes the fakes that stand in for services of others, where the operator wants them
     * @throws StartRefused when the start ends for a reason that the operator can act on
     * @throws DataFolderException when the data folder cannot be used
     */
    public static void run(Configuration configuration, StartOptions options, Optional<Fakes> fakes)
            throws StartRefused, DataFolderException, InterruptedException {
        ClockAndRandom clockAndRandom = ClockAndRandom.ofMachine();
        Logging.apply(configuration.logging(), configuration.deployment().version());
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LOG.error("thread {} has ended", thread.getName(), failure));
        configuration.notices().forEach(notice -> LOG.warn("{}", notice));
        AtomicReference<Runnable> serving = new AtomicReference<>();
        Thread stop = new Thread(() -> stop(serving.get()), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        PlayedServices played =
                fakes.map(each -> each.services(configuration, clockAndRandom)).orElse(PlayedServices.NONE);
        Server server = start(configuration, options.accepted(), played, clockAndRandom, serving::set, stop);
        serving.set(server::close);
        LOG.info(
                "{} serves on port {}, environment {}",
                configuration.deployment().kind(),
                server.port(),
                configuration.deployment().name());
        if (configuration.deployment().kind().isDevelopment() && isLoopback(configuration)) {
            LOG.info("only this machine reaches it; AURA_LISTEN_ADDRESS=0.0.0.0 opens both APIs to others");
        }
        if (options.printSample() && configuration.deployment().kind().isDevelopment()) {
            Sample.print(configuration, server.port(), clockAndRandom, System.out);
            // only where somebody sees the password: elsewhere it would lie in a log, and be known to nobody
            server.makeUpAdministrator().ifPresent(made -> Sample.print(made, server.port(), System.out));
            fakes.ifPresent(each -> FakesSample.print(configuration, each, clockAndRandom, System.out));
        }
        new CountDownLatch(1).await();
    }

    /**
     * How the service is started.
     *
     * @param printSample whether to print a key and requests to try, in a development environment
     * @param accepted which secrets may be others than those that the database was used with
     */
    public record StartOptions(boolean printSample, AcceptedChanges accepted) {}

    /** What is configured is an address in numbers, so nothing is looked up. */
    private static boolean isLoopback(Configuration configuration) {
        try {
            return InetAddress.getByName(configuration.http().listenAddress()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** A start that ends by itself has an exit status of its own, which the hook must not replace. */
    private static Server start(
            Configuration configuration,
            AcceptedChanges accepted,
            PlayedServices played,
            ClockAndRandom clockAndRandom,
            Consumer<Runnable> serving,
            Thread stop)
            throws StartRefused, DataFolderException, InterruptedException {
        try {
            return Server.start(configuration, accepted, played, clockAndRandom, serving);
        } catch (StartRefused | DataFolderException | InterruptedException | RuntimeException e) {
            withoutHook(stop);
            throw e;
        }
    }

    private static void withoutHook(Thread stop) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException stopping) {
            // told to stop while it started: the hook is at work, and ends the process
            new CountDownLatch(1).await();
        }
    }

    /**
     * What a start has opened so far and does not serve may be left as it is: the embedded store is made to be killed.
     *
     * @param serving ends what serves; null where nothing does yet
     */
    private static void stop(@Nullable Runnable serving) {
        try {
            LOG.info("stopping");
            if (serving != null) {
                serving.run();
            }
            LOG.info("stopped");
            Logging.close();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
