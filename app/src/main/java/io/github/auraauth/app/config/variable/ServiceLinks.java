package io.github.auraauth.app.config.variable;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables that Kubernetes gives a pod for each service beside it: a service called {@code tac} makes {@code TAC_PORT},
 * {@code TAC_SERVICE_HOST} and more. They are no configuration, also where a variable of ours has the same name.
 */
public final class ServiceLinks {
    private static final Pattern OURS = Pattern.compile("(AURA|TAC|AUTH|DEV_AURA)_.+");
    private static final Pattern ADDRESS = Pattern.compile("(?:tcp|udp|sctp)://.+:([0-9]{1,5})");
    private static final Pattern ADDRESSED = Pattern.compile("(.+)_PORT(?:_[0-9]+_(?:TCP|UDP|SCTP))?");
    private static final Pattern DESCRIBED =
            Pattern.compile("(.+?)_(?:SERVICE_HOST|SERVICE_PORT_.+|PORT_[0-9]+_(?:TCP|UDP|SCTP)_(?:PROTO|PORT|ADDR))");
    private static final Pattern NUMBERED = Pattern.compile("(.+)_SERVICE_PORT");

    private final Map<String, String> environment;

    private ServiceLinks(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The names of those among variables that look like ours. */
    public static SortedSet<String> in(Map<String, String> environment) {
        ServiceLinks links = new ServiceLinks(environment);
        SortedSet<String> names = new TreeSet<>();
        environment.forEach((name, value) -> {
            if (OURS.matcher(name).matches() && links.isLink(name, value)) {
                names.add(name);
            }
        });
        return Collections.unmodifiableSortedSet(names);
    }

    private boolean isLink(String name, String value) {
        boolean address = ADDRESSED.matcher(name).matches() && port(value).isPresent();
        return address
                || service(DESCRIBED, name).flatMap(this::portOf).isPresent()
                || service(NUMBERED, name)
                        .flatMap(this::portOf)
                        .filter(value::equals)
                        .isPresent();
    }

    /** The port in the address of a service, which tells that there is one of that name. */
    private Optional<String> portOf(String service) {
        return Optional.ofNullable(environment.get(service + "_PORT")).flatMap(ServiceLinks::port);
    }

    private static Optional<String> port(String address) {
        Matcher parts = ADDRESS.matcher(address);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private static Optional<String> service(Pattern pattern, String name) {
        Matcher parts = pattern.matcher(name);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
