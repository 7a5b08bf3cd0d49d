package io.github.auraauth.app.wiring.behaviour;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.behaviour.MongoBehaviourCache;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.behaviour.BehaviourSettings;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.domain.behaviour.Behaviour;
import io.github.auraauth.domain.behaviour.BehaviourTarget;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.usecase.behaviour.BehaviourRefresh.SharedFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The behaviour manager, where it is on; where it is not, nothing is wrapped and nothing asked. */
public final class BehaviourModule implements FeatureModule, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BehaviourModule.class);

    /** Also how soon a reading that has failed is tried again. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    private final Optional<BehaviourSettings> settings;
    private final Optional<InjectedBehaviours> injected;
    private final ClockAndRandom clockAndRandom;
    private Optional<BehaviourSchedule> schedule = Optional.empty();

    public BehaviourModule(Configuration configuration, ClockAndRandom clockAndRandom) {
        this.settings = configuration.behaviours();
        this.clockAndRandom = clockAndRandom;
        this.injected = settings.map(on -> new InjectedBehaviours(clockAndRandom));
        if (settings.isPresent()) {
            LOG.warn("the behaviour manager is on: what its file names is made slow, or fails");
        }
    }

    /** How calls of upstreams are to behave, by their names; empty where it is off. */
    public Optional<Function<String, Optional<Behaviour>>> ofUpstreams() {
        return injected.map(each -> name -> each.active().of(BehaviourTarget.dependency(name)));
    }

    /**
     * Reads the file from there on, from the first job on.
     *
     * @param files where the file is; there where it is on
     * @return this
     */
    public BehaviourModule readingFrom(Optional<StoredFiles> files, MongoConnection connection) {
        if (settings.isPresent() && injected.isPresent() && files.isPresent()) {
            var cache = settings.get().cache();
            schedule = Optional.of(new BehaviourSchedule(
                    files.get(),
                    new SharedFile(
                            settings.get().file(),
                            new MongoBehaviourCache(
                                    connection, cache.collection(), cache.field(), clockAndRandom.clock()),
                            cache.timeToLive()),
                    settings.get().pattern(),
                    injected.get(),
                    clockAndRandom.clock()));
        }
        return this;
    }

    /** The same APIs where it is off; else such as behave. */
    public List<Api> over(List<Api> apis) {
        return injected.map(each -> each.into(apis)).orElse(apis);
    }

    @Override
    public List<ScheduledJob> jobs() {
        return schedule
                .map(each -> ScheduledJob.fromNowEvery(PAUSE, LONGEST_READ, "reading behaviours", each::readIfDue))
                .stream()
                .toList();
    }

    @Override
    public void close() {
        injected.ifPresent(InjectedBehaviours::close);
    }
}
