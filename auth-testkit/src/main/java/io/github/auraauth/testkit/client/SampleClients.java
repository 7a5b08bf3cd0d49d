package io.github.auraauth.testkit.client;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAddresses;
import io.github.auraauth.domain.client.ClientAuthentication;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.ClientLifetimes;
import io.github.auraauth.domain.client.ClientSecretDigest;
import io.github.auraauth.domain.client.RedirectUri;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clients that do not exist. */
public final class SampleClients {
    /** When all of them were registered. */
    public static final Instant CREATED = Instant.parse("2030-01-02T12:00:00.123Z");

    private SampleClients() {}

    /** An identifier, different for each number and in the order of numbers below 100. */
    public static ClientId clientId(int number) {
        return new ClientId("fake-client-%02d".formatted(number));
    }

    /** A public client with an address of each kind but that of logouts. */
    public static Client client(int number) {
        return client(number, "Fake client " + number);
    }

    /** The same under another name. */
    public static Client client(int number, String name) {
        return new Client(
                clientId(number),
                name,
                ClientAuthentication.NONE,
                new ClientAddresses(
                        List.of(new RedirectUri("https://fake.example.com/callback?number=" + number)),
                        List.of(new RedirectUri("https://fake.example.com/bye")),
                        Optional.empty()),
                new Client.Policy(Set.of("openid", "email"), true, true, false, SignatureAlgorithm.RS256),
                ClientLifetimes.DEFAULT,
                CREATED);
    }

    /** A confidential client with two secrets. */
    public static Client confidential(int number) {
        return client(number).with(new ClientAuthentication(true, List.of(secret(2), secret(1)), Optional.empty()));
    }

    /** A client with every component, each as unusual, as many or as long as allowed. */
    public static Client oddest(int number) {
        String longest = "https://fake.example.com/?" + "$a.b=%7B%22$gt%22:%22%22%7D&".repeat(72);
        return new Client(
                clientId(number),
                EdgeCaseTexts.ofLength(Client.LONGEST_NAME / 2),
                new ClientAuthentication(
                        true,
                        List.of(secret(3), secret(3)),
                        Optional.of(new JsonWebKeySet("{\"keys\":[{\"$oid\":\"\uD83D\uDE00\"}]}"))),
                new ClientAddresses(
                        Collections.nCopies(ClientAddresses.MOST, new RedirectUri(longest)),
                        List.of(new RedirectUri("org.example.fake:/bye"), new RedirectUri("http://[::1]/")),
                        Optional.of(URI.create("http://127.0.0.1:1/logout?a=%20"))),
                new Client.Policy(Set.of(), false, false, true, SignatureAlgorithm.ES256),
                new ClientLifetimes(Duration.ofSeconds(10), Duration.ofDays(366)),
                Instant.parse("1969-12-31T23:59:59.999Z"));
    }

    /** What no secret is kept as, different for each number. */
    public static ClientSecretDigest secret(int number) {
        return new ClientSecretDigest("%064x".formatted(number));
    }
}
