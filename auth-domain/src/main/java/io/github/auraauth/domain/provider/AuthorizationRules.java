package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.client.Client;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether a person must log in, or agree, before a client is told who they are (OpenID Connect Core 1.0, section 3.1.2). */
public final class AuthorizationRules {

    private AuthorizationRules() {}

    /** What is to be done next. */
    public static Step next(Client client, AuthorizationRequest request, Asked asked, Optional<Person> person) {
        boolean logIn = person.filter(who -> isFresh(request, asked, who)).isEmpty();
        if (logIn) {
            // whoever has just logged in as somebody else would only be asked again
            boolean another = person.filter(Person::isLoggedInSince).isPresent();
            return request.isSilent() || another ? Step.REFUSE_LOGIN : Step.LOG_IN;
        }
        if (!request.grant().claims().accepts(person.get().level())) {
            return Step.REFUSE_LEVEL;
        }
        if (mustAgree(client, request, asked, person.get())) {
            return request.isSilent() ? Step.REFUSE_CONSENT : Step.ASK;
        }
        return Step.GRANT;
    }

    /** Whether the login is the one that the client wants. */
    private static boolean isFresh(AuthorizationRequest request, Asked asked, Person person) {
        if (!person.isExpected()) {
            return false;
        }
        if (person.isLoggedInSince()) {
            return true;
        }
        boolean anew =
                request.prompts().contains(Prompt.LOGIN) || request.prompts().contains(Prompt.SELECT_ACCOUNT);
        return !anew
                && request.maxAge()
                        .filter(age -> person.loggedInAt().isBefore(asked.at().minus(age)))
                        .isEmpty();
    }

    private static boolean mustAgree(Client client, AuthorizationRequest request, Asked asked, Person person) {
        if (asked.agreed()) {
            return false;
        }
        Set<String> names = Scope.names(request.told());
        boolean known = !client.policy().consentRequired() || person.agreedTo().containsAll(names);
        return !known || request.prompts().contains(Prompt.CONSENT);
    }

    /**
     * When and how the request was made.
     *
     * @param at when it came
     * @param agreed whether the person has agreed to this very request
     */
    public record Asked(Instant at, boolean agreed) {
        public Asked {
            requireNonNull(at, "at");
        }
    }

    /**
     * Who is logged in.
     *
     * @param isExpected whether it is whom the client's hint or claims name, where they name anybody
     * @param isLoggedInSince whether they have logged in since the request came
     * @param level of assurance that their login has
     * @param agreedTo names of scopes that they have agreed to before
     */
    public record Person(
            boolean isExpected, boolean isLoggedInSince, Instant loggedInAt, String level, Set<String> agreedTo) {
        public Person {
            requireNonNull(loggedInAt, "loggedInAt");
            requireNonNull(level, "level");
            agreedTo = Set.copyOf(requireNonNull(agreedTo, "agreedTo"));
        }
    }

    /** The possible steps. */
    public enum Step {
        /** The client is told. */
        GRANT,
        /** The person logs in, anew where they are logged in already. */
        LOG_IN,
        /** The person is asked whether they agree. */
        ASK,
        /** They would have to log in, and must not be asked to. */
        REFUSE_LOGIN,
        /** Their login is not of a level that the client insists on. */
        REFUSE_LEVEL,
        /** They would have to agree, and must not be asked to. */
        REFUSE_CONSENT
    }
}
