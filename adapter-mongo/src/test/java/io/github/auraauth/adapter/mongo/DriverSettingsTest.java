package io.github.auraauth.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.Tag;
import com.mongodb.TagSet;
import com.mongodb.WriteConcern;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Every configured value reaches the driver. */
class DriverSettingsTest {
    private static final MongoConfig.PoolLimits POOL = new MongoConfig.PoolLimits(17, 3, Duration.ofMillis(23_456));
    private static final MongoConfig.Timeouts TIMES = new MongoConfig.Timeouts(
            Duration.ofMillis(1_234), Duration.ofMillis(4_321), Duration.ofMillis(34_567), Duration.ofMillis(7_654));
    private static final MongoConfig.UserCollection USERS =
            new MongoConfig.UserCollection("the-db", "The Users", "secondaryPreferred");

    @Test
    void of_pool_isTheConfigured() {
        var pool = settings(false, new MongoConfig.Retries(true, true)).getConnectionPoolSettings();
        assertThat(pool.getMaxSize()).isEqualTo(17);
        assertThat(pool.getMinSize()).isEqualTo(3);
        assertThat(pool.getMaxConnectionIdleTime(TimeUnit.MILLISECONDS)).isEqualTo(23_456);
    }

    @Test
    void of_times_areTheConfigured() {
        MongoClientSettings settings = settings(false, new MongoConfig.Retries(true, true));
        assertThat(settings.getServerSettings().getHeartbeatFrequency(TimeUnit.MILLISECONDS))
                .isEqualTo(1_234);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(4_321);
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(34_567);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(7_654);
    }

    @Test
    void of_retries_areTheConfiguredEach() {
        MongoClientSettings writes = settings(false, new MongoConfig.Retries(true, false));
        assertThat(writes.getRetryWrites()).isTrue();
        assertThat(writes.getRetryReads()).isFalse();
        MongoClientSettings reads = settings(false, new MongoConfig.Retries(false, true));
        assertThat(reads.getRetryWrites()).isFalse();
        assertThat(reads.getRetryReads()).isTrue();
    }

    @Test
    void of_anything_writesToMajorityAndJournalAndReadsFromThePrimary() {
        MongoClientSettings settings = settings(false, new MongoConfig.Retries(true, true));
        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
    }

    @Test
    void of_ssl_isOnWhereEitherSays() {
        assertThat(settings(true, new MongoConfig.Retries(true, true))
                        .getSslSettings()
                        .isEnabled())
                .isTrue();
        assertThat(settings(false, new MongoConfig.Retries(true, true))
                        .getSslSettings()
                        .isEnabled())
                .isFalse();
        assertThat(of(access("mongodb://h/?tls=true")).getSslSettings().isEnabled())
                .isTrue();
    }

    @Test
    void of_credentials_standAboveTheUrisAndKeepItsAuthSource() {
        MongoCredential plain = credential("mongodb://h1:1,h2:2", "the user", "p@ss:/ +%");
        assertThat(plain.getUserName()).isEqualTo("the user");
        assertThat(plain.getPassword()).isEqualTo("p@ss:/ +%".toCharArray());
        assertThat(plain.getSource()).isEqualTo("admin");
        MongoCredential source = credential("mongodb://old:older@h1/db?authSource=other@place", "new", "newer");
        assertThat(source.getUserName()).isEqualTo("new");
        assertThat(source.getPassword()).isEqualTo("newer".toCharArray());
        assertThat(source.getSource()).isEqualTo("other@place");
        assertThat(credential("mongodb://h1?authSource=b@c", "n", "p").getSource())
                .isEqualTo("b@c");
    }

    @Test
    void of_credentialsOfTheUriOnly_areUsed() {
        MongoCredential credential = of(access("mongodb://u:p@h")).getCredential();
        assertThat(credential.getUserName()).isEqualTo("u");
    }

    @Test
    void of_hosts_areTheUris() {
        assertThat(of(access("mongodb://h1:1,h2:2/?replicaSet=rs"))
                        .getClusterSettings()
                        .getHosts())
                .extracting(Object::toString)
                .containsExactly("h1:1", "h2:2");
    }

    @Test
    void of_noConnectionString_isRefusedWithoutQuotingIt() {
        for (String uri : new String[] {"http://u:hunter2@h", "hunter2", "mongodb://", "mongodb://u:hun%ter2@h"}) {
            assertThatThrownBy(() -> of(access(uri)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("hun")
                    .hasMessageContaining("uri");
        }
    }

    @Test
    void config_printed_showsNoSecret() {
        MongoConfig.Access access = new MongoConfig.Access(
                Secret.ofText("mongodb://u:hunter2@h"),
                Optional.of("u"),
                Optional.of(Secret.ofText("hunter2")),
                Optional.of(true));
        assertThat(config(access, new MongoConfig.Retries(true, true)).toString())
                .doesNotContain("hunter2");
        assertThat(of(access).toString()).doesNotContain("hunter2");
    }

    @Test
    void config_impossibleValues_areRefusedByName() {
        assertThatThrownBy(() -> new MongoConfig.PoolLimits(0, 0, Duration.ZERO))
                .hasMessageContaining("most");
        assertThatThrownBy(() -> new MongoConfig.PoolLimits(1, 2, Duration.ZERO))
                .hasMessageContaining("fewest");
        assertThatThrownBy(() -> new MongoConfig.PoolLimits(1, 1, Duration.ofMillis(-1)))
                .hasMessageContaining("longestIdle");
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new MongoConfig.Timeouts(Duration.ofMillis(499), second, second, second))
                .hasMessageContaining("heartbeat");
        assertThatThrownBy(() -> new MongoConfig.Timeouts(second, Duration.ZERO, second, second))
                .hasMessageContaining("serverSelection");
        assertThatThrownBy(() -> new MongoConfig.Timeouts(second, second, Duration.ofDays(999), second))
                .hasMessageContaining("socket");
        assertThatThrownBy(() -> new MongoConfig.Timeouts(second, second, second, Duration.ofMillis(-1)))
                .hasMessageContaining("connection");
        assertThatThrownBy(() -> new MongoConfig.UserCollection("d", "c", "anywhere"))
                .hasMessageContaining("readPreference");
        assertThatThrownBy(() -> new MongoConfig.UserCollection(" ", "c", "primary"))
                .hasMessageContaining("database");
        assertThatThrownBy(() -> new MongoConfig.Access(
                        Secret.ofText("mongodb://h"), Optional.of("u"), Optional.empty(), Optional.empty()))
                .hasMessageContaining("password");
    }

    @Test
    void connection_usersPlace_isAsWrittenAndThePreferenceIsForOperatorsOnly() {
        try (MongoConnection connection = MongoConnection.open(
                config(access("mongodb://127.0.0.1:1"), new MongoConfig.Retries(true, true)), TestDatabase.CLOCK)) {
            connection.users().with(users -> {
                assertThat(users.getNamespace().getFullName()).isEqualTo("the-db.The Users");
                assertThat(users.getReadPreference()).isEqualTo(ReadPreference.primary());
                return users;
            });
            connection.usersByPreference().with(users -> {
                assertThat(users.getReadPreference()).isEqualTo(ReadPreference.secondaryPreferred());
                return users;
            });
        }
    }

    @Test
    void of_applicationNameOfTheUri_standsAboveOurs() {
        assertThat(of(access("mongodb://h")).getApplicationName()).isEqualTo("aura-auth");
        assertThat(of(access("mongodb://h/?appName=@theirs@")).getApplicationName())
                .isEqualTo("@theirs@");
    }

    @Test
    void of_sslSaidNot_isOffWhateverTheUriSays() {
        MongoConfig.Access access = new MongoConfig.Access(
                Secret.ofText("mongodb://h/?tls=true"), Optional.empty(), Optional.empty(), Optional.of(false));
        assertThat(of(access).getSslSettings().isEnabled()).isFalse();
    }

    @Test
    void connection_preferenceAndConcernOfTheUri_areForReadsWithoutAPromiseOnly() {
        String options =
                "/?readPreference=secondary&readPreferenceTags=dc:ny&maxStalenessSeconds=120&readConcernLevel=local";
        try (MongoConnection connection = MongoConnection.open(
                config(access("mongodb://127.0.0.1:1" + options), new MongoConfig.Retries(true, true)),
                TestDatabase.CLOCK)) {
            for (GuardedCollection promised : List.of(
                    connection.users(),
                    connection.confirmedUsers(),
                    connection.collection("x"),
                    connection.confirmed("x"))) {
                promised.with(rows -> {
                    assertThat(rows.getReadPreference()).isEqualTo(ReadPreference.primary());
                    assertThat(rows.getReadConcern()).isEqualTo(ReadConcern.DEFAULT);
                    return rows;
                });
            }
            connection.usersByPreference().with(rows -> {
                assertThat(rows.getReadPreference())
                        .isEqualTo(ReadPreference.secondaryPreferred(
                                new TagSet(new Tag("dc", "ny")), 120, TimeUnit.SECONDS));
                assertThat(rows.getReadConcern()).isEqualTo(ReadConcern.LOCAL);
                return rows;
            });
        }
    }

    @Test
    void options_dnsSeedList_areReadWithoutALookUp() {
        assertThat(MongoUri.options(access("mongodb+srv://u:p@nowhere.example/?retryWrites=false&srvMaxHosts=2")))
                .isEqualTo(Map.of("retryWrites", "false", "tls", "true"));
        assertThat(MongoUri.fault(access("mongodb+srv://u:p@nowhere.example/?retryWrites=false")))
                .isEmpty();
    }

    @Test
    void fault_passwordBeside_isNotOfTheUrisOwn() {
        MongoConfig.Access access = new MongoConfig.Access(
                Secret.ofText("mongodb://old:p@ss@h"),
                Optional.of("u"),
                Optional.of(Secret.ofText("p@s/s")),
                Optional.empty());
        assertThat(MongoUri.fault(access)).isEmpty();
    }

    @Test
    void fault_atSignsInOptions_areNone() {
        assertThat(MongoUri.fault(access("mongodb://h/?appName=@acct@"))).isEmpty();
        assertThat(MongoUri.fault(access("mongodb://u:p@h1:1,h2:2/?w=majority&journal=true&appName=@acct@")))
                .isEmpty();
    }

    @Test
    void openTerms_uriWithAndWithoutADatabase_takesTheNamedOneOrTac() {
        assertThat(DriverSettings.database(TestDatabase.config("mongodb://db.example:27017/terms", "users")))
                .contains("terms");
        assertThat(DriverSettings.database(TestDatabase.config("mongodb://db.example:27017/?ssl=true", "users")))
                .isEmpty();
    }

    private static MongoCredential credential(String uri, String username, String password) {
        return of(new MongoConfig.Access(
                        Secret.ofText(uri),
                        Optional.of(username),
                        Optional.of(Secret.ofText(password)),
                        Optional.empty()))
                .getCredential();
    }

    private static MongoClientSettings settings(boolean ssl, MongoConfig.Retries retries) {
        MongoConfig.Access access = new MongoConfig.Access(
                Secret.ofText("mongodb://h"),
                Optional.empty(),
                Optional.empty(),
                ssl ? Optional.of(true) : Optional.empty());
        return DriverSettings.of(config(access, retries));
    }

    private static MongoClientSettings of(MongoConfig.Access access) {
        return DriverSettings.of(config(access, new MongoConfig.Retries(true, true)));
    }

    private static MongoConfig.Access access(String uri) {
        return new MongoConfig.Access(Secret.ofText(uri), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static MongoConfig config(MongoConfig.Access access, MongoConfig.Retries retries) {
        return new MongoConfig(access, POOL, TIMES, retries, USERS);
    }
}
