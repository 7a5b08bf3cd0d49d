package io.github.auraauth.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.util.Duration;
import io.github.auraauth.app.config.LoggingSettings;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.util.List;
import net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender;
import net.logstash.logback.composite.loggingevent.LoggingEventJsonProviders;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import org.slf4j.LoggerFactory;

/** Sets logging up as it is configured. */
public final class Logging {
    /** Drivers, clients and servers: what they do in detail is theirs, and holds what they carry, headers and all. */
    private static final List<String> LIBRARIES = List.of(
            "org.mongodb.driver", "io.netty", "reactor", "io.github.resilience4j", "org.jose4j", "com.networknt");

    /** Quote what was sent and received, or tell every attempt to connect, in their warnings and below. */
    private static final List<String> TALKATIVE_LIBRARIES = List.of("org.eclipse.jetty", "io.lettuce", "org.apache.hc");

    /** One logs whole documents, which hold personal data, where it refuses them; the others repeat what we say better. */
    private static final List<String> SILENT_LIBRARIES = List.of("de.bwaldvogel.mongo", "io.javalin", "com.azure");

    /** Half a second of full load; each takes about half a kilobyte while it waits. */
    static final int MOST_WAITING = 8_192;

    private static final int BUFFER = 64 * 1024;
    private static final Duration LONGEST_STOP = Duration.buildBySeconds(5);
    private static final DroppedLines DROPPED = new DroppedLines();

    private Logging() {}

    /**
     * From now on lines go to standard output, as configured.
     *
     * @param version of the release, for lines for machines
     */
    public static void apply(LoggingSettings settings, String version) {
        apply(settings, version, System.out);
    }

    /** Only what goes wrong, on the error stream: for commands, whose output is theirs. */
    public static void quiet() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new QuietLogging().configure(context);
    }

    static void apply(LoggingSettings settings, String version, OutputStream out) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Encoder<ILoggingEvent> encoder = switch (settings.format()) {
            case JSON -> forMachines(context, version);
            case DEV -> forPeople(context, settings);
        };
        OutputStreamAppender<ILoggingEvent> output = new OutputStreamAppender<>();
        output.setContext(context);
        output.setEncoder(encoder);
        // the thread in the background flushes once it has written all that waits
        output.setImmediateFlush(false);
        output.setOutputStream(new BufferedOutputStream(out, BUFFER));
        output.start();
        LoggingEventAsyncDisruptorAppender appender = inBackground(context, output);
        if (settings.level() == LoggingSettings.Level.FATAL) {
            appender.addFilter(new FatalOnly());
        }
        appender.start();
        Level level = level(settings.level());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        root.addAppender(appender);
        hushLibraries(context, level);
    }

    /**
     * No request waits for whoever reads our output: lines are written by a thread of their own, many at once under load, and
     * counted in place of written where it falls behind by more than fit.
     */
    private static LoggingEventAsyncDisruptorAppender inBackground(
            LoggerContext context, OutputStreamAppender<ILoggingEvent> output) {
        LoggingEventAsyncDisruptorAppender appender = new LoggingEventAsyncDisruptorAppender();
        appender.setContext(context);
        appender.setRingBufferSize(MOST_WAITING);
        // looks every five milliseconds: to be woken by each line costs a request more than all else of its line
        appender.setWaitStrategyType("sleeping{0,5000000}");
        appender.setThreadNameFormat("log");
        appender.setShutdownGracePeriod(LONGEST_STOP);
        appender.setAddDefaultStatusListener(false);
        appender.addListener(DROPPED);
        appender.addAppender(output);
        return appender;
    }

    /** Writes all that has been logged, and logs nothing more. Waits for five seconds at most. */
    public static void close() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        // before the context: stopped by it, they lose what waits
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .forEachRemaining(Appender::stop);
        context.stop();
    }

    /** How many lines were not written because the output was read too slowly. */
    public static long dropped() {
        return DROPPED.count();
    }

    static void hushLibraries(LoggerContext context, Level root) {
        Level libraries = root.isGreaterOrEqual(Level.WARN) ? root : Level.WARN;
        LIBRARIES.forEach(name -> context.getLogger(name).setLevel(libraries));
        Level talkative = root.isGreaterOrEqual(Level.ERROR) ? root : Level.ERROR;
        TALKATIVE_LIBRARIES.forEach(name -> context.getLogger(name).setLevel(talkative));
        SILENT_LIBRARIES.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    }

    private static Encoder<ILoggingEvent> forMachines(LoggerContext context, String version) {
        LoggingEventJsonProviders providers = new LoggingEventJsonProviders();
        providers.addProvider(new LineForMachines(version));
        LoggingEventCompositeJsonEncoder encoder = new LoggingEventCompositeJsonEncoder();
        encoder.setContext(context);
        encoder.setProviders(providers);
        encoder.setLineSeparator("\n");
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> forPeople(LoggerContext context, LoggingSettings settings) {
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(new LineForPeople(settings.zone()));
        encoder.start();
        return encoder;
    }

    private static Level level(LoggingSettings.Level configured) {
        return switch (configured) {
            case TRACE -> Level.TRACE;
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARN -> Level.WARN;
            case ERROR, FATAL -> Level.ERROR;
            case OFF -> Level.OFF;
        };
    }
}
