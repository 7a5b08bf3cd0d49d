package io.github.auraauth.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonReaderTest {
    @Test
    void read_everyKindOfValue_isKeptInItsOrder() {
        FlatObject object = read("{\"t\":\"a\",\"n\":0,\"l\":[\"x\",\"y\"],\"e\":[]}");

        assertThat(object.names()).containsExactly("t", "n", "l", "e");
        assertThat(object.text("t")).contains("a");
        assertThat(object.whole("n")).contains(0L);
        assertThat(object.texts("l")).contains(List.of("x", "y"));
        assertThat(object.texts("e")).contains(List.of());
        assertThat(object.text("n")).isEmpty();
        assertThat(object.whole("l")).isEmpty();
        assertThat(object.texts("t")).isEmpty();
        assertThat(object.has("absent")).isFalse();
    }

    @Test
    void read_emptyObject_hasNoMembers() {
        assertThat(read("{}").names()).isEmpty();
    }

    @Test
    void read_partOfTheBytes_looksAtNothingElse() {
        byte[] bytes = "xx{\"a\":1}yy".getBytes(StandardCharsets.US_ASCII);

        assertThat(FlatJsonReader.read(bytes, 2, 7))
                .hasValueSatisfying(object -> assertThat(object.whole("a")).contains(1L));
        assertThat(FlatJsonReader.read(bytes, 2, 8)).isEmpty();
        assertThat(FlatJsonReader.read(bytes, 2, 6)).isEmpty();
        assertThat(FlatJsonReader.read(bytes, 2, 0)).isEmpty();
    }

    @Test
    void read_escapesAndOtherScripts_areTheirCharacters() {
        assertThat(read("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u00E9\\ud83d\\ude80ñ🚀\"}")
                        .text("a"))
                .contains("\"\\/\b\f\n\r\t\u00e9\u00e9🚀ñ🚀");
        assertThat(read("{\"\\u0061\":1}").has("a")).isTrue();
    }

    @Test
    void read_largestNumber_hasFifteenDigits() {
        assertThat(read("{\"a\":999999999999999}").whole("a")).contains(FlatValue.Whole.LARGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "[]",
                "null",
                "\"a\"",
                "1",
                "{}{}",
                "{}\n",
                " {}",
                "\ufeff{}",
                "{ }",
                "{\"a\" :1}",
                "{\"a\":1 }",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1\"b\":2}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\",1}",
                "{a:1}",
                "{'a':1}",
                "{\"\":1}",
                "{\"a\":\"\"}",
                "{\"a\":[\"\"]}",
                "{\"a\":null}",
                "{\"a\":true}",
                "{\"a\":false}",
                "{\"a\":{}}",
                "{\"a\":[[]]}",
                "{\"a\":[1]}",
                "{\"a\":[null]}",
                "{\"a\":[\"b\",]}",
                "{\"a\":[,\"b\"]}",
                "{\"a\":[\"b\" ,\"c\"]}",
                "{\"a\":[\"b\"\"c\"]}",
                "{\"a\":[\"b\"}",
                "{\"a\":[",
                "{\"a\":-1}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":00}",
                "{\"a\":1.0}",
                "{\"a\":1e1}",
                "{\"a\":1E1}",
                "{\"a\":0x1}",
                "{\"a\":1000000000000000}",
                "{\"a\":\u0661}",
                "{\"a\":NaN}",
                "{\"a\":1L}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "{\"a\":\"b}",
                "{\"a\":\"b\\\"}",
                "{\"a\":\"\\x41\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u\uff11234\"}",
                "{\"a\":\"\\U0041\"}",
                "{\"a\":\"\\u+041\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ude80\"}",
                "{\"a\":\"\\ude80\\ud83d\"}",
                "{\"a\":\"\\ud83dx\"}",
                "{\"a\":\"b\nc\"}",
                "{\"a\":\"b\tc\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"\u001f\"}",
                "/**/{}",
                "{}//",
                "{\"a\":1}\u0000"
            })
    void read_anythingElse_isNothing(String text) {
        assertThat(FlatJsonReader.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "80", "c3", "c0af", "eda080", "edb080", "f4908080", "f0808080", "e28228", "c328"})
    void read_bytesThatAreNoUtf8_isNothing(String hex) {
        String json = HexFormat.of().formatHex("{\"a\":\"".getBytes(StandardCharsets.US_ASCII)) + hex + "227d";
        assertThat(FlatJsonReader.read(HexFormat.of().parseHex(json))).isEmpty();
    }

    private static FlatObject read(String text) {
        return FlatJsonReader.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
