package io.github.auraauth.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.activity.Activity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalesTest {
    private static final String DONE = "authentication:done.title";

    @TempDir
    Path folder;

    @Test
    void packagedFiles_ofAllLanguages_haveTheSameKeysAndPlaceholders_saveThoseThatFallBack() {
        Map<String, Map<String, List<String>>> all = packaged();
        Map<String, List<String>> english = all.get("en-gb");
        Set<String> needed = english.keySet().stream().filter(Texts::isNeeded).collect(Collectors.toSet());

        assertThat(all).containsOnlyKeys("de-de", "en-gb", "es-es", "pt-br");
        assertThat(all.get("es-es")).containsOnlyKeys(english.keySet());
        all.forEach((culture, texts) -> {
            assertThat(texts.keySet()).as(culture).containsAll(needed);
            texts.forEach((key, forms) -> {
                assertThat(english).as(culture).containsKey(key);
                assertThat(placeholders(forms)).as(culture + " " + key).isEqualTo(placeholders(english.get(key)));
                assertThat(forms).as(culture + " " + key).allMatch(text -> text.equals(text.strip()));
            });
        });
    }

    @Test
    void folder_withAPlaceholderThatEnglishHasToo_isTaken() {
        String key = "account:permission-missing.description";
        write("es-es.json", "{\"" + key + "\": [\"Falta {permission}\"]}");

        assertThat(Locales.of(Optional.of(folder), "pro", "es-es")
                        .texts(Optional.empty(), "")
                        .account("permission-missing.description"))
                .isEqualTo("Falta {permission}");
    }

    @Test
    void packagedFiles_forEveryPage_haveItsTexts() {
        for (PageKind kind : PageKind.values()) {
            for (String part : List.of("title", "description", "action")) {
                assertThat(packaged().get("en-gb")).containsKey("authentication:" + kind.words() + '.' + part);
            }
        }
    }

    @Test
    void packagedFiles_forWhatIsRefusedAndWhatWasDone_haveWords() {
        Map<String, List<String>> english = packaged().get("en-gb");
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            assertThat(english)
                    .containsKey("account:reason."
                            + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        for (Activity.Event event : Activity.Event.values()) {
            assertThat(english).containsKey("account:event." + event.word());
        }
    }

    /** Where a key is put together, its beginning is what can be looked for. */
    @Test
    void sources_everyKeyOfATextBehindALogin_isThere() throws IOException {
        Map<String, List<String>> english = packaged().get("en-gb");
        Pattern named = Pattern.compile("texts?\\(?\\)?\\.(account|admin|provider)\\(\\s*\"([a-z0-9._-]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                named.matcher(Files.readString(source)).results().forEach(found -> {
                    String key = found.group(1) + ':' + found.group(2);
                    assertThat(english.keySet())
                            .as(source.getFileName().toString())
                            .anyMatch(text -> text.equals(key) || key.matches(".*[.-]") && text.startsWith(key));
                });
            }
        }
    }

    @Test
    void packagedFiles_ofDifferentLanguages_differ() {
        Map<String, Map<String, List<String>>> all = packaged();
        Set<String> mayAgree =
                Set.of("authentication:page.name", "authentication:confirm.channel", "authentication:confirm.account");
        Set<String> terms = Set.of(
                "APIKey",
                "APIKeys",
                "Client id",
                "Client secret",
                "Token",
                "Tokens",
                "auraGlobalId",
                "auraId",
                "userId");
        for (String key : all.get("en-gb").keySet()) {
            List<List<String>> texts = all.values().stream()
                    .flatMap(language -> Optional.ofNullable(language.get(key)).stream())
                    .toList();
            boolean term = terms.contains(all.get("en-gb").get(key).get(0));
            assertThat(Set.copyOf(texts).size() == texts.size() || mayAgree.contains(key) || term)
                    .as(key)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "      |                                   | en-gb",
                "      | de                                | de-de",
                "      | DE-at;q=0.9, es;q=0.8             | de-de",
                "      | de;q=0.1, es-MX;q=0.8, fr         | es-es",
                "      | pt                                | pt-br",
                "      | pt-PT, en                         | pt-br",
                "      | fr, it;q=0.5                      | en-gb",
                "      | *                                 | en-gb",
                "      | de;q=0, es;q=0.1                  | es-es",
                "      | de;q=0                            | en-gb",
                "      | de;q=x                            | en-gb",
                "      | ;;;,,,                            | en-gb",
                "      | <script>                          | en-gb",
                "es-es | de                                | es-es",
                "ES-AR | de                                | es-es",
                "pt    | de                                | pt-br",
                "fr-fr | de                                | de-de",
                "pt_BR | de                                | pt-br",
                "es_es | de                                | es-es",
                "de-Latn-AT | es                           | de-de",
                "zh-Hant-TW | de                           | de-de",
                "e     | de                                | de-de",
                "-     | de                                | de-de",
                "../x  | de                                | de-de"
            })
    void texts_forAStateAndABrowser_areInTheBestLanguage(String wanted, String accepted, String culture) {
        Locales locales = Locales.of(Optional.empty(), "PRO", "en-GB");

        assertThat(locales.texts(Optional.ofNullable(wanted), accepted == null ? "" : accepted)
                        .culture())
                .isEqualTo(culture);
    }

    @Test
    void texts_headerOverlong_areThoseOfTheDefault() {
        assertThat(Locales.of(Optional.empty(), "pro", "es-es")
                        .texts(Optional.empty(), "de," + "x".repeat(1_000))
                        .culture())
                .isEqualTo("es-es");
    }

    @Test
    void folder_withSomeKeys_winsOverThePackagedOnes() {
        write(
                "es-es.json",
                "{\"" + DONE + "\": [\"Hecho\"], \"authentication:E1.authenticator-error.description\": [\"E uno\"]}");
        Locales locales = Locales.of(Optional.of(folder), "pro", "es-es");
        Texts spanish = locales.texts(Optional.of("es-es"), "");

        assertThat(spanish.first("done.title")).isEqualTo("Hecho");
        assertThat(spanish.first("logout.title")).isEqualTo("Has cerrado sesión");
        assertThat(spanish.find("E1.authenticator-error.description")).contains("E uno");
        assertThat(locales.texts(Optional.of("en-gb"), "").first("done.title")).isEqualTo("You are logged in");
    }

    @Test
    void folder_withFormsOfAnEnvironment_givesTheOnesOfThisOne() {
        write("en-gb.json", "{\"" + DONE + "\": [\"Plain\"], \"" + DONE + "@pre\": [\"Rehearsed\"]}");

        assertThat(Locales.of(Optional.of(folder), "PRE", "en-gb")
                        .texts(Optional.empty(), "")
                        .first("done.title"))
                .isEqualTo("Rehearsed");
        assertThat(Locales.of(Optional.of(folder), "PRO", "en-gb")
                        .texts(Optional.empty(), "")
                        .first("done.title"))
                .isEqualTo("Plain");
    }

    @Test
    void folder_withAWholeOtherLanguage_addsIt() {
        write("fr-FR.json", whole("mot"));

        assertThat(Locales.of(Optional.of(folder), "pro", "en-gb")
                        .texts(Optional.empty(), "fr")
                        .first("done.title"))
                .isEqualTo("mot");
    }

    @Test
    void folder_withTwoCulturesOfALanguage_givesTheOneOfTheRegion() {
        for (String culture : List.of("zh-cn", "zh-tw", "sr-latn-rs")) {
            write(culture + ".json", whole(culture));
        }
        Locales locales = Locales.of(Optional.of(folder), "pro", "zh-cn");

        assertThat(locales.texts(Optional.of("zh-Hant-TW"), "").culture()).isEqualTo("zh-tw");
        assertThat(locales.texts(Optional.of("zh-Hant"), "").culture()).isEqualTo("zh-cn");
        assertThat(locales.texts(Optional.of("sr_Latn_RS"), "").language()).isEqualTo("sr-Latn-RS");
    }

    @Test
    void folder_withAWholeLanguage_mayBeTheDefault() {
        write("fr-fr.json", whole("mot"));

        for (String written : List.of("fr-fr", "fr-FR", "fr_FR")) {
            assertThat(Locales.of(Optional.of(folder), "pro", written)
                            .texts(Optional.empty(), "")
                            .first("done.title"))
                    .isEqualTo("mot");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Locales.of(Optional.of(folder), "pro", "it-it"))
                .withMessageContaining("default locale");
    }

    private static String whole(String word) {
        StringBuilder json = new StringBuilder("{");
        packaged()
                .get("en-gb")
                .keySet()
                .forEach(key -> json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(key)
                        .append("\":[\"")
                        .append(word)
                        .append("\"]"));
        return json.append('}').toString();
    }

    @Test
    void folder_withPartOfAnotherLanguage_isRefusedWithTheMissingKey() {
        write("fr-fr.json", "{\"" + DONE + "\": [\"Fini\"]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Locales.of(Optional.of(folder), "pro", "en-gb"))
                .withMessage("the locale fr-fr lacks authentication:access_denied.authenticator-error.description");
    }

    @Test
    void folder_withALanguageThatLacksTheAccountPages_hasThemInEnglish() {
        write("fr-fr.json", whole("mot").replaceAll("\"account:[^]]*],?", "").replace(",}", "}"));
        Texts french = Locales.of(Optional.of(folder), "pro", "en-gb").texts(Optional.of("fr"), "");

        assertThat(french.first("done.title")).isEqualTo("mot");
        assertThat(french.account("login.title")).isEqualTo("Log in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{\"authentication:done.title\": \"text\"}",
                "{\"authentication:done.title\": []}",
                "{\"authentication:done.title\": [1]}",
                "{\"authentication:done.title\": [null]}",
                "{\"authentication:done.title\": [\"a\", [\"b\"]]}",
                "{\"authentication:done.title\": [\" \"]}",
                "{\"authentication:done.title\": [\"a\\u0000\"]}",
                "{\"authentication:done.title\": [\"a\"], \"authentication:done.title\": [\"b\"]}"
            })
    void folder_withABrokenFile_isRefusedByItsName(String json) {
        write("es-es.json", json);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Locales.of(Optional.of(folder), "pro", "en-gb"))
                .withMessageContaining("es-es.json");
    }

    @Test
    void folder_withAnUnknownPlaceholder_isRefusedByTheKey() {
        write("es-es.json", "{\"" + DONE + "\": [\"Hola {name}\"]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Locales.of(Optional.of(folder), "pro", "en-gb"))
                .withMessage("the locale es-es has an unknown placeholder at authentication:done.title");
    }

    @Test
    void folder_missingOrWithAFileOfAnotherName_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Locales.of(Optional.of(folder.resolve("none")), "pro", "en-gb"));
        write("spanish.json", "{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Locales.of(Optional.of(folder), "pro", "en-gb"))
                .withMessageContaining("spanish.json");
    }

    @Test
    void with_files_winsOverTheFolder_andLeavesTheFirstAsItWas() {
        write("es-es.json", "{\"" + DONE + "\": [\"Carpeta\"]}");
        Locales local = Locales.of(Optional.of(folder), "pro", "es-es");
        Locales remote = local.with(List.of(file("ES-es.json", "{\"" + DONE + "\": [\"Remoto\"]}")));

        assertThat(spanish(remote).first("done.title")).isEqualTo("Remoto");
        assertThat(spanish(remote).first("logout.title")).isEqualTo("Has cerrado sesión");
        assertThat(spanish(local).first("done.title")).isEqualTo("Carpeta");
        assertThat(spanish(local.with(List.of())).first("done.title")).isEqualTo("Carpeta");
    }

    @Test
    void with_fileThatLacksATextOrHasAStrangePlaceholder_isRefused() {
        Locales local = Locales.of(Optional.empty(), "pro", "es-es");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> local.with(List.of(file("fr-fr.json", "{\"" + DONE + "\": [\"Fini\"]}"))))
                .withMessageContaining("fr-fr lacks");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> local.with(List.of(file("es-es.json", "{\"" + DONE + "\": [\"{x}\"]}"))))
                .withMessageContaining("placeholder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es.json", "es-es.txt", "es-es.json.bak", "../es-es.json", ".json", "es-es"})
    void isNameOfOne_ofAnotherName_isFalse(String name) {
        assertThat(LocaleFile.isNameOfOne(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> file(name, "{}")).withMessageContaining(name);
    }

    @Test
    void defaultLocale_thatThereAreNoTextsFor_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Locales.of(Optional.empty(), "pro", "fr-fr"));
    }

    @ParameterizedTest
    @CsvSource({
        "de-de, 2. Juli 2030, 23:04 MESZ",
        "en-gb, 2 July 2030, 23:04 CEST",
        "es-es, 2 de julio de 2030, 23:04 CEST",
        "pt-br, 2 de julho de 2030, 23:04 CEST"
    })
    void time_inALanguage_isWrittenAsItsReadersDo(String culture, String day, String clock) {
        Texts texts = Locales.of(Optional.empty(), "pro", "en-gb").texts(Optional.of(culture), "");

        assertThat(texts.time(Instant.parse("2030-07-02T21:04:05Z"), ZoneId.of("Europe/Madrid")))
                .startsWith(day)
                .endsWith(clock);
        assertThat(texts.time(Instant.parse("2030-01-02T21:04:05Z"), ZoneId.of("UTC")))
                .endsWith("21:04 UTC");
    }

    @Test
    void any_ofSeveralTexts_isEachOfThemInTime() {
        Texts english = Locales.of(Optional.empty(), "pro", "en-gb").texts(Optional.empty(), "");
        Random random = new Random(1);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            seen.add(english.any("done.title", random));
        }

        assertThat(seen).containsExactlyInAnyOrder("You are logged in", "All set");
        assertThat(english.first("done.title")).isEqualTo("You are logged in");
    }

    @Test
    void filled_valuesThatLookLikePlaceholdersOrReferences_areLeftAlone() {
        assertThat(Texts.filled("{channel} and {account}", Map.of("channel", "{account}$1", "account", "\\x")))
                .isEqualTo("{account}$1 and \\x");
    }

    private static Set<String> placeholders(List<String> texts) {
        Set<String> all = new HashSet<>();
        texts.forEach(text -> all.addAll(Texts.placeholders(text)));
        return all;
    }

    private static Map<String, Map<String, List<String>>> packaged() {
        return LocaleFiles.packaged().stream().collect(Collectors.toMap(LocaleFile::culture, LocaleFile::texts));
    }

    private static LocaleFile file(String name, String json) {
        return LocaleFile.read(name, json.getBytes(StandardCharsets.UTF_8));
    }

    private static Texts spanish(Locales locales) {
        return locales.texts(Optional.of("es-es"), "");
    }

    private void write(String name, String json) {
        try {
            Files.writeString(folder.resolve(name), json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
