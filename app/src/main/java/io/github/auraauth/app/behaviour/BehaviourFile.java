package io.github.auraauth.app.behaviour;

import io.github.auraauth.app.config.variable.Problem;
import io.github.auraauth.domain.behaviour.BehaviourRules;
import io.github.auraauth.domain.behaviour.BehaviourTarget;
import io.github.auraauth.usecase.behaviour.BehaviourReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the behaviour manager's file, and tells the operator in the log what comes of it. */
public final class BehaviourFile implements BehaviourReader {
    private static final Logger LOG = LoggerFactory.getLogger(BehaviourFile.class);

    private final Supplier<Collection<BehaviourTarget>> known;

    /** @param known all that rules can be for */
    public BehaviourFile(Supplier<Collection<BehaviourTarget>> known) {
        this.known = known;
    }

    @Override
    public Optional<BehaviourRules> read(String text) {
        try {
            BehaviourRules rules = BehaviourParser.parse(text);
            LOG.info("the behaviour manager has {} rules", rules.rules().size());
            List<BehaviourTarget> beyond = rules.beyond(known.get());
            if (!beyond.isEmpty()) {
                LOG.warn(
                        "the behaviour manager's file names what it cannot act on: {}",
                        beyond.stream()
                                .map(target -> Problem.masked(target.toString()))
                                .collect(Collectors.joining(", ")));
            }
            return Optional.of(rules);
        } catch (MalformedBehaviours malformed) {
            LOG.warn("the behaviour manager's file is not taken, its rules stay: {}", malformed.getMessage());
            return Optional.empty();
        }
    }
}
