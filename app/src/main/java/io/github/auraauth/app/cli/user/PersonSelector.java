package io.github.auraauth.app.cli.user;

import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.UserRowSearch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The one option by which a person is looked for. */
public final class PersonSelector {
    @Option(names = "--phone-number", description = "With this phone number.")
    private Optional<String> phoneNumber = Optional.empty();

    @Option(names = "--email", description = "With this e-mail address.")
    private Optional<String> email = Optional.empty();

    @Option(names = "--uid", description = "With this identifier of type uid.")
    private Optional<String> uid = Optional.empty();

    @Option(names = "--network", description = "With this identifier of type network.")
    private Optional<String> network = Optional.empty();

    @Option(names = "--user-id", description = "With this userId, in any channel.")
    private Optional<String> userId = Optional.empty();

    /** Throws what {@code wrong} makes of a value that has not its form. */
    public void check(Function<String, CommandLine.ParameterException> wrong) {
        boolean right = userId.isPresent()
                ? userId.flatMap(UserId::parse).isPresent()
                : authentication().isPresent();
        if (!right) {
            throw wrong.apply("what is looked for has not the form of its kind");
        }
    }

    public List<UserRow> find(UserRowSearch users, Deadline deadline) {
        return userId.flatMap(UserId::parse)
                .map(id -> users.findByUserId(id, deadline))
                .or(() -> authentication().map(found -> users.findByAuthentication(found, deadline)))
                .orElseThrow();
    }

    private Optional<Authentication> authentication() {
        Map<AuthenticationType, Optional<String>> given = Map.of(
                AuthenticationType.PHONE_NUMBER, phoneNumber,
                AuthenticationType.EMAIL, email,
                AuthenticationType.UID, uid,
                AuthenticationType.NETWORK, network);
        return given.entrySet().stream()
                .flatMap(option -> option.getValue().stream()
                        .flatMap(text -> Authentication.parse(option.getKey(), text).stream()))
                .findFirst();
    }
}
