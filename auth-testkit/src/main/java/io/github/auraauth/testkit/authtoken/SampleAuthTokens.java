package io.github.auraauth.testkit.authtoken;

import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.testkit.account.SampleAccounts;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Auth tokens of accounts that do not exist. */
public final class SampleAuthTokens {
    /** When all of them were made. */
    public static final Instant CREATED = Instant.parse("2030-01-02T12:00:00.123Z");

    private SampleAuthTokens() {}

    /** A digest, different for each number. */
    public static AuthTokenDigest digest(int number) {
        return new AuthTokenDigest("%064x".formatted(number));
    }

    /** The digest under which the kits store a sample. */
    public static AuthTokenDigest digest(AuthToken token) {
        return digest(Integer.parseInt(token.id().value().substring(24), 16));
    }

    /** An identifier, different for each number. */
    public static AuthTokenId tokenId(int number) {
        return new AuthTokenId("00000000-0000-4000-8000-%012x".formatted(number));
    }

    /** A token that ends, of the account of that number. */
    public static AuthToken token(int number, int account) {
        return token(number, account, AuthToken.Source.CREATED);
    }

    /** The same from another source. */
    public static AuthToken token(int number, int account, AuthToken.Source source) {
        var times =
                new AuthToken.Times(CREATED, Optional.of(Instant.parse("2130-01-02T03:04:05.678Z")), Optional.empty());
        return new AuthToken(
                tokenId(number),
                new AuthTokenName("fake token " + number),
                SampleAccounts.id(account),
                Optional.of(Set.of(new Permission("view_thing"), new Permission("add_thing"))),
                times,
                source,
                false);
    }

    /** A token with every component, each as unusual or as long as allowed; its last use is from before it was made. */
    public static AuthToken oddest(int number, int account) {
        var times = new AuthToken.Times(
                Instant.EPOCH, Optional.of(Instant.parse("1969-12-31T23:59:59.999Z")), Optional.of(Instant.EPOCH));
        return new AuthToken(
                tokenId(number),
                new AuthTokenName(EdgeCaseTexts.ofLength(AuthTokenName.LONGEST)),
                SampleAccounts.id(account),
                Optional.of(Set.of(new Permission("a_" + "9".repeat(Permission.LONGEST - 2)))),
                times,
                AuthToken.Source.IMPORTED,
                true);
    }
}
