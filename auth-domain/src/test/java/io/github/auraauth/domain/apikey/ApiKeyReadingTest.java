package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.crypto.SealedText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain text is a key model; the same for both formats, save what each adds. */
class ApiKeyReadingTest {
    private static final String STAMP =
            ",\"jti\":\"0b6ff1d5-6a1e-4b6e-9d0e-0f5b3c1d2e3f\",\"iat\":1767225600,\"env\":\"local\"}";

    private final SeedCipher cipher = new SeedCipher(Keys.ENTRY, Keys.IV_POSITION);
    private final SealedText sealed = new SealedText(SealedText.Format.API_KEY, Keys.entries(Keys.ENTRY));
    private final ApiKeys keys = Keys.compat(Keys.ENTRY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'version':'9.5','scopes':[],'apps':[],'mode':'r'",
                "'version':'10.0.1','scopes':['a'],'apps':['b','c'],'mode':'w'",
                "'version':'0.0','mode':'rw','apps':[],'scopes':['a','a']",
                "'version':'9.5.0','scope':'a','app':'b','mode':'r','path':'/token'",
                "'version':'9.5.0','scopes':['a'],'scope':'b','apps':[],'app':'c','mode':'r'",
                "'version':'1234567890123456.1.1','scopes':[],'apps':[],'mode':'r','paths':['no/pattern','**']",
                "'version':'9.5.0','scopes':['0-._*/z'],'apps':[],'mode':'r','paths':['/a'],'exp':999999999999999"
            })
    void read_modelWithinTheRules_isRead(String members) {
        assertThat(keys.read(v1(members))).isPresent();
        assertThat(keys.read(v2(members))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'scopes':[],'version':'9.5','apps':[],'mode':'r'",
                "'scopes':[],'apps':[],'mode':'r'",
                "'version':'9.5'",
                "'version':'9.5','apps':[],'mode':'r'",
                "'version':'9.5','scopes':[],'mode':'r'",
                "'version':'9.5','scopes':[],'apps':[]",
                "'version':'9','scopes':[],'apps':[],'mode':'r'",
                "'version':'9.','scopes':[],'apps':[],'mode':'r'",
                "'version':'.9','scopes':[],'apps':[],'mode':'r'",
                "'version':'9..5','scopes':[],'apps':[],'mode':'r'",
                "'version':'9.5.0.1','scopes':[],'apps':[],'mode':'r'",
                "'version':'9.5.','scopes':[],'apps':[],'mode':'r'",
                "'version':'9.x','scopes':[],'apps':[],'mode':'r'",
                "'version':'v9.5','scopes':[],'apps':[],'mode':'r'",
                "'version':'9.5 ','scopes':[],'apps':[],'mode':'r'",
                "'version':'\u0669.5','scopes':[],'apps':[],'mode':'r'",
                "'version':9,'scopes':[],'apps':[],'mode':'r'",
                "'version':['9.5'],'scopes':[],'apps':[],'mode':'r'",
                "'Version':'9.5','scopes':[],'apps':[],'mode':'r'",
                "'version':'9.5','scopes':[],'apps':[],'mode':'x'",
                "'version':'9.5','scopes':[],'apps':[],'mode':'R'",
                "'version':'9.5','scopes':[],'apps':[],'mode':'wr'",
                "'version':'9.5','scopes':[],'apps':[],'mode':['r']",
                "'version':'9.5','scopes':'a','apps':[],'mode':'r'",
                "'version':'9.5','scope':['a'],'apps':[],'mode':'r'",
                "'version':'9.5','scopes':[],'scope':'A','apps':[],'mode':'r'",
                "'version':'9.5','scopes':[],'apps':[],'app':1,'mode':'r'",
                "'version':'9.5','scopes':['A'],'apps':[],'mode':'r'",
                "'version':'9.5','scopes':['a b'],'apps':[],'mode':'r'",
                "'version':'9.5','scopes':['a,b'],'apps':[],'mode':'r'",
                "'version':'9.5','scopes':['\u00e9'],'apps':[],'mode':'r'",
                "'version':'9.5','scopes':[],'apps':['\u212aernel'],'mode':'r'",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','paths':[]",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','paths':'/a'",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','paths':[],'path':'/a'",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','paths':['/A']",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','exp':'1'",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','exp':-1",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','exp':1.5",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','exp':1000000000000000",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','nbf':1",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','':1",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','mode':'rw'",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','\\u006dode':'rw'",
                "'version':'9.5', 'scopes':[],'apps':[],'mode':'r'",
                "'version':'9.5','scopes':null,'apps':[],'mode':'r'",
                "'version':'9.5','scopes':[null],'apps':[],'mode':'r'",
                "'version':'9.5','scopes':[],'apps':[],'mode':'r','exp':null"
            })
    void read_anythingElse_isRefused(String members) {
        assertThat(keys.read(v1(members))).isEmpty();
        assertThat(keys.read(v2(members))).isEmpty();
    }

    @Test
    void read_pluralAndSingular_thePluralWins() {
        String members = "'version':'9.5','scope':'b','scopes':['a'],'app':'d','apps':['c'],'mode':'r',"
                + "'path':'/y','paths':['/x']";
        for (String key : List.of(v1(members), v2(members))) {
            ApiKeyModel.Grants grants = keys.read(key).orElseThrow().model().grants();
            assertThat(grants.scopes()).containsExactly("a");
            assertThat(grants.apps()).containsExactly("c");
            assertThat(grants.paths()).containsExactly("/x");
        }
    }

    @Test
    void read_entriesAtAndBeyondTheirLength_areReadAndRefused() {
        String members = "'version':'9.5','scopes':['%s'],'apps':[],'mode':'r'";
        assertThat(keys.read(v1(members.formatted("a".repeat(64))))).isPresent();
        assertThat(keys.read(v1(members.formatted("a".repeat(65))))).isEmpty();
        String version = "'version':'9.%s','scopes':[],'apps':[],'mode':'r'";
        assertThat(keys.read(v1(version.formatted("1".repeat(62))))).isPresent();
        assertThat(keys.read(v1(version.formatted("1".repeat(63))))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"jti\":\"0b6ff1d5-6a1e-4b6e-9d0e-0f5b3c1d2e3f\"', true",
        "'\"jti\":\"0B6FF1D5-6A1E-4B6E-9D0E-0F5B3C1D2E3F\"', false",
        "'\"jti\":\"0b6ff1d5-6a1e-4b6e-9d0e-0f5b3c1d2e3\"', false",
        "'\"jti\":\"0b6ff1d5-6a1e-4b6e-9d0e0-f5b3c1d2e3f\"', false",
        "'\"jti\":\"any other name\"', false",
        "'\"env\":\"Any other name!\"', true",
        "'\"env\":\"\u00e9\"', false",
        "'\"env\":\"a\\tb\"', false",
        "'\"name\":\"x\"', false"
    })
    void read_furtherMembersOfAKeyOfVersion1_haveTheirForm(String member, boolean read) {
        String members = "'version':'9.5','scopes':[],'apps':[],'mode':'r',";
        assertThat(keys.read(v1(members + member)).isPresent()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jti", "iat", "env"})
    void read_keyOfVersion2WithoutItsStamp_isRefused(String absent) {
        String stamp = STAMP.replaceFirst(",\"" + absent + "\":[^,}]+", "");
        String plain = "{\"version\":\"9.5\",\"scopes\":[],\"apps\":[],\"mode\":\"r\"" + stamp;
        assertThat(keys.read(sealed.seal(plain.getBytes(StandardCharsets.UTF_8), new SecureRandom())))
                .isEmpty();
    }

    @Test
    void read_nameOfVersion2_isPrintableAscii() {
        String members = "'version':'9.5','scopes':[],'apps':[],'mode':'r','name':'%s'";
        assertThat(keys.read(v2(members.formatted("a ~!")))).isPresent();
        assertThat(keys.read(v2(members.formatted("x".repeat(256))))).isPresent();
        assertThat(keys.read(v2(members.formatted("x".repeat(257))))).isEmpty();
        assertThat(keys.read(v2(members.formatted("\u007f")))).isEmpty();
        assertThat(keys.read(v2(members.formatted("\u00f1")))).isEmpty();
    }

    @Test
    void read_anyEntryOfTheList_deciphers() {
        var request = Keys.request(Keys.grants(AccessMode.READ, List.of()));
        ApiKeys both = Keys.compat(Keys.OTHER_ENTRY, Keys.ENTRY);
        for (String key : List.of(Keys.text(keys.issueLegacy(request)), Keys.text(keys.issue(request, Keys.NOW)))) {
            assertThat(both.read(key)).isPresent();
            assertThat(Keys.compat(Keys.OTHER_ENTRY).read(key)).isEmpty();
        }
        assertThat(Keys.compat(Keys.OTHER_ENTRY).read(Keys.text(both.issue(request, Keys.NOW))))
                .as("the first entry writes")
                .isPresent();
    }

    @Test
    void read_everyBadKey_isRefusedOrUntimely() {
        BadKeys.all().forEach((fault, key) -> {
            assertThat(keys.verify(key, Keys.NOW)).as(fault).isEmpty();
            boolean untimely = fault.contains("expired") || fault.contains("environment");
            assertThat(keys.read(key).isPresent()).as(fault).isEqualTo(untimely);
        });
    }

    @Test
    void read_everyCharacterOfAKeyOfVersion2Changed_isRefused() {
        String good = Keys.text(keys.issue(Keys.request(Keys.grants(AccessMode.READ, List.of())), Keys.NOW));
        for (int place = 0; place < good.length(); place++) {
            for (char other : new char[] {'0', '1', 'a', 'F', '_', ' ', '\u0660'}) {
                if (good.charAt(place) != other) {
                    String changed = good.substring(0, place) + other + good.substring(place + 1);
                    assertThat(keys.read(changed)).isEmpty();
                }
            }
            assertThat(keys.read(good.substring(0, place))).isEmpty();
        }
        assertThat(keys.read(good)).isPresent();
    }

    @Test
    void format_ofEitherText_isTold() {
        var request = Keys.request(Keys.grants(AccessMode.READ, List.of()));
        assertThat(keys.read(Keys.text(keys.issue(request, Keys.NOW))).map(ReadApiKey::format))
                .contains(ApiKeyFormat.V2);
        assertThat(keys.read(Keys.text(keys.issueLegacy(request))).map(ReadApiKey::format))
                .isEqualTo(Optional.of(ApiKeyFormat.V1));
    }

    private String v1(String members) {
        return cipher.encipher("{" + members.replace('\'', '"') + "}");
    }

    private String v2(String members) {
        String plain = "{" + members.replace('\'', '"') + STAMP;
        return sealed.seal(plain.getBytes(StandardCharsets.UTF_8), new SecureRandom());
    }
}
