package io.github.auraauth.usecase.client;

import static io.github.auraauth.usecase.ProviderEnvironment.CALLBACK;
import static io.github.auraauth.usecase.ProviderEnvironment.CLIENT_SECRET;
import static io.github.auraauth.usecase.ProviderEnvironment.credential;
import static io.github.auraauth.usecase.ProviderInstance.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientDump;
import io.github.auraauth.domain.client.ClientDump.Addresses;
import io.github.auraauth.domain.client.ClientDump.DumpedClient;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.in.client.ClientImport.ImportedClients;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientImportServiceTest {
    private static final Actor OPERATOR = Actor.commandLine("tests");

    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final ClientImportService imports = new ClientImportService(
            all.clients,
            all.keys,
            all.clientSecrets,
            Duration.ofMinutes(6),
            here.accounts.recorder,
            all.accounts.clock);

    @Test
    void run_client_isGoodForItsOldSecret_andASecondRunChangesNothing() {
        PrivateSigningKey key = all.tokens.generate(SignatureAlgorithm.RS256);
        ClientDump dump = new ClientDump(List.of(client("254680", true, List.of("code"))), List.of(key), List.of());
        assertThat(imports.problems(dump, all.accounts.soon())).isEmpty();
        assertThat(run(dump, true)).isEqualTo(new ImportedClients(1, 0, 1, List.of()));
        assertThat(all.clients.find(new ClientId("254680"), all.accounts.soon()))
                .isEmpty();
        assertThat(run(dump, false)).isEqualTo(new ImportedClients(1, 0, 1, List.of()));
        Client client =
                all.clients.find(new ClientId("254680"), all.accounts.soon()).orElseThrow();
        assertThat(error(here.authenticator.authenticate(credential(client, CLIENT_SECRET), all.accounts.soon())))
                .isEmpty();
        assertThat(client.policy().pkceRequired()).isFalse();
        assertThat(run(dump, false)).isEqualTo(new ImportedClients(0, 1, 0, List.of()));
        assertThat(all.keys.all(all.accounts.soon())).hasSize(3);
    }

    @Test
    void run_publicClientOfSeveralFlows_isToldOf() {
        ClientDump dump =
                new ClientDump(List.of(client("open", false, List.of("id_token", "code"))), List.of(), List.of());
        assertThat(run(dump, true).notices()).hasSize(2).allMatch(notice -> notice.startsWith("client open"));
    }

    @Test
    void problems_whateverDoesNotFit_areSaidByLabelWithoutAValue() {
        DumpedClient wrong = new DumpedClient(
                "client 9",
                "with space",
                "",
                true,
                Secret.ofText(""),
                List.of("id_token token"),
                "HS256",
                new Addresses(List.of("javascript:alert(1)"), List.of("#there")),
                true,
                Optional.empty());
        List<String> problems = imports.problems(
                new ClientDump(List.of(wrong), List.of(), List.of("a key is none")), all.accounts.soon());
        assertThat(problems).hasSize(8).contains("a key is none");
        assertThat(problems.subList(1, 8)).allMatch(problem -> problem.startsWith("client 9"));
        assertThat(String.join(" ", problems)).doesNotContain("javascript", "with space", "there#");
    }

    private ImportedClients run(ClientDump dump, boolean dry) {
        return imports.run(dump, dry, OPERATOR, all.accounts.soon());
    }

    private static DumpedClient client(String id, boolean confidential, List<String> responseTypes) {
        return new DumpedClient(
                "client " + id,
                id,
                "Client",
                confidential,
                confidential ? CLIENT_SECRET : Secret.ofText(""),
                responseTypes,
                "RS256",
                new Addresses(List.of(CALLBACK), List.of()),
                true,
                Optional.empty());
    }
}
