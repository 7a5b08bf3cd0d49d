package io.github.auraauth.app.behaviour;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.auraauth.app.config.variable.Problem;
import io.github.auraauth.domain.behaviour.Behaviour;
import io.github.auraauth.domain.behaviour.BehaviourRule;
import io.github.auraauth.domain.behaviour.BehaviourRules;
import io.github.auraauth.domain.behaviour.BehaviourTarget;
import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code [{route | dependency, delayMs?, status?, percent?, until?}]}, strictly. */
final class BehaviourParser {
    private static final int LARGEST = 64 * 1024;
    private static final int MOST = 200;
    private static final int FIRST_STATUS = 400;
    private static final int LAST_STATUS = 599;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Object> members = new HashMap<>();
    private final int number;

    private BehaviourParser(int number) {
        this.number = number;
    }

    static BehaviourRules parse(String text) throws MalformedBehaviours {
        if (text.length() > LARGEST) {
            throw new MalformedBehaviours("it is larger than 64 KiB");
        }
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new MalformedBehaviours("it is no list");
            }
            List<BehaviourRule> rules = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                rules.add(new BehaviourParser(rules.size() + 1).rule(json));
            }
            if (json.nextToken() != null || rules.size() > MOST) {
                throw new MalformedBehaviours("it is more than one list of up to " + MOST + " entries");
            }
            return new BehaviourRules(rules);
        } catch (JsonProcessingException e) {
            throw new MalformedBehaviours(
                    "it is no JSON, at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new MalformedBehaviours("it cannot be read");
        }
    }

    private BehaviourRule rule(JsonParser json) throws IOException, MalformedBehaviours {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw malformed("it is no object");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            switch (json.nextToken()) {
                case VALUE_STRING -> members.put(name, json.getText());
                case VALUE_NUMBER_INT -> members.put(name, json.getBigIntegerValue());
                case VALUE_NULL -> {}
                default -> throw malformed(Problem.masked(name) + " is neither a text nor a whole number");
            }
        }
        BehaviourTarget target = target();
        int delay =
                number("delayMs", 0, (int) Behaviour.LONGEST_DELAY.toMillis()).orElse(0);
        OptionalInt status = number("status", FIRST_STATUS, LAST_STATUS);
        int percent = number("percent", 1, BehaviourRule.ALL).orElse(BehaviourRule.ALL);
        Optional<Instant> until = until();
        if (!members.isEmpty()) {
            String other = members.keySet().iterator().next();
            throw malformed("there is no " + Problem.masked(other)
                    + ", only route, dependency, delayMs, status, percent and until");
        }
        if (delay == 0 && status.isEmpty()) {
            throw malformed("it has neither a delayMs above 0 nor a status");
        }
        return new BehaviourRule(target, new Behaviour(Duration.ofMillis(delay), status), percent, until);
    }

    private BehaviourTarget target() throws MalformedBehaviours {
        Optional<String> route = text("route");
        Optional<String> dependency = text("dependency");
        if (route.isPresent() == dependency.isPresent()) {
            throw malformed("it needs a route or a dependency, and not both");
        }
        return route.map(BehaviourTarget::route).orElseGet(() -> BehaviourTarget.dependency(dependency.orElseThrow()));
    }

    private Optional<Instant> until() throws MalformedBehaviours {
        Optional<String> text = text("until");
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            throw malformed("until is no time such as 2030-01-31T12:00:00Z");
        }
    }

    private Optional<String> text(String name) throws MalformedBehaviours {
        Object value = members.remove(name);
        if (value != null && !(value instanceof String)) {
            throw malformed(name + " is no text");
        }
        return Optional.ofNullable((String) value);
    }

    private OptionalInt number(String name, int least, int most) throws MalformedBehaviours {
        Object value = members.remove(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!(value instanceof BigInteger given)
                || given.bitLength() > 31
                || given.intValue() < least
                || given.intValue() > most) {
            throw malformed(name + " is no whole number from " + least + " to " + most);
        }
        return OptionalInt.of(given.intValue());
    }

    private MalformedBehaviours malformed(String why) {
        return new MalformedBehaviours("entry " + number + ": " + why);
    }
}
