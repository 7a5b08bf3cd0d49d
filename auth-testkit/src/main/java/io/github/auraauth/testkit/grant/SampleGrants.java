package io.github.auraauth.testkit.grant;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.grant.AuthenticationContext;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.testkit.account.SampleAccounts;
import io.github.auraauth.testkit.client.SampleClients;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Grants of accounts to clients that do not exist. */
public final class SampleGrants {
    /** When all of them were granted. */
    public static final Instant GRANTED = Instant.parse("2030-01-02T12:00:00.123Z");

    /** When they end as they are. */
    public static final Instant END = Instant.parse("2130-01-02T03:04:05.678Z");

    private SampleGrants() {}

    /** An identifier, different for each number. */
    public static GrantId grantId(int number) {
        return new GrantId("%022d".formatted(number));
    }

    /** A session's, different for each number. */
    public static SessionId sessionId(int number) {
        return new SessionId(SampleAccounts.id(number).value());
    }

    /** A grant whose code has not been used, with something of everything. */
    public static Grant grant(int number, int account, int client) {
        var request = new Grant.Request(
                "https://fake.example.com/callback",
                Optional.of("fake-challenge-" + number),
                Optional.of("fake-nonce-" + number),
                new RequestedClaims(
                        Set.of("email"), Set.of("name"), Optional.of("fake-subject-" + number), Set.of("aal2")));
        return new Grant(
                grantId(number),
                SampleClients.clientId(client),
                SampleAccounts.id(account),
                7,
                Set.of("openid", "offline_access"),
                new AuthenticationContext(sessionId(number), GRANTED, Set.of("pwd", "otp", "mfa")),
                request,
                Grant.State.ISSUED,
                0,
                GRANTED,
                END);
    }

    /** A grant with every component as unusual or as long as allowed. */
    public static Grant oddest(int number, int account) {
        String odd = String.join("\0", EdgeCaseTexts.all());
        return new Grant(
                grantId(number),
                new ClientId("~".repeat(ClientId.LONGEST)),
                SampleAccounts.id(account),
                Integer.MAX_VALUE,
                Set.copyOf(EdgeCaseTexts.all()),
                new AuthenticationContext(sessionId(number), Instant.parse("1969-12-31T23:59:59Z"), Set.of("$a.b")),
                new Grant.Request(
                        odd,
                        Optional.of(""),
                        Optional.of("\"}\\\n\uD800 " + EdgeCaseTexts.ofLength(2_000)),
                        new RequestedClaims(Set.of("$oid", "a.b", "\u2028"), Set.of(odd), Optional.of(odd))),
                Grant.State.ACTIVE,
                Long.MAX_VALUE - 1,
                Instant.EPOCH,
                Instant.parse("9999-12-31T23:59:59.999Z"));
    }

    /** A grant of which nothing is known that may be unknown. */
    public static Grant barest(int number, int account) {
        return new Grant(
                grantId(number),
                SampleClients.clientId(0),
                SampleAccounts.id(account),
                0,
                Set.of(),
                new AuthenticationContext(sessionId(number), GRANTED, Set.of()),
                new Grant.Request("", Optional.empty(), Optional.empty(), RequestedClaims.NONE),
                Grant.State.ISSUED,
                0,
                GRANTED,
                END);
    }

    /** The grant once its code or a refresh token has been used. */
    public static Grant active(Grant grant, long generation, Instant at, Instant expiresAt) {
        return new Grant(
                grant.id(),
                grant.client(),
                grant.account(),
                grant.epoch(),
                grant.scopes(),
                grant.authentication(),
                grant.request(),
                Grant.State.ACTIVE,
                generation,
                at,
                expiresAt);
    }
}
