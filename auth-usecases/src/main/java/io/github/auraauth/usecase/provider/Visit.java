package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.provider.AuthorizationRequest;
import io.github.auraauth.domain.provider.AuthorizationRules.Person;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.PersonClaims;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.Browser;
import io.github.auraauth.usecase.session.SignedIn;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A browser that comes with an authorization request, or back to one.
 *
 * @param handle where the request is kept; absent where it is not
 * @param person who is logged in by the browser's session
 */
record Visit(KeptRequest request, Optional<Secret> handle, Browser browser, Optional<SignedIn> person, Answer answer) {

    /** Ends the waiting, where there was any; false when somebody else has. */
    boolean end(WaitingRequests requests, Deadline deadline) {
        return handle.isEmpty() || requests.end(handle.get(), deadline);
    }

    /** Who is logged in, as far as the rules ask. */
    Optional<Person> judged(
            AuthorizationRequest asked, Optional<TokenClaims> hint, Function<Account, Set<String>> agreedTo) {
        return person.map(who -> new Person(
                isExpected(asked, hint, who.account()),
                request.isSince(who.session().begunAt()),
                who.session().begunAt(),
                CodeIssuer.authentication(who.session()).level(),
                agreedTo.apply(who.account())));
    }

    /** Whether it is whom the client means, where it means somebody. */
    private static boolean isExpected(AuthorizationRequest request, Optional<TokenClaims> hint, Account account) {
        String subject = PersonClaims.subject(account);
        Optional<String> hinted = hint.flatMap(claims -> claims.text("sub"));
        Optional<String> claimed = request.grant().claims().subject();
        return hinted.filter(name -> !name.equals(subject)).isEmpty()
                && claimed.filter(name -> !name.equals(subject)).isEmpty();
    }

    /** What a person has said to being asked. */
    enum Answer {
        NONE,
        YES,
        NO
    }
}
