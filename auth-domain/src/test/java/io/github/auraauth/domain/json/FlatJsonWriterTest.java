package io.github.auraauth.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonWriterTest {
    @Test
    void write_everyKindOfValue_isCompactAndInOrder() {
        Map<String, FlatValue> members = new LinkedHashMap<>();
        members.put("z", new FlatValue.Text("a\"\\/\u0001\n\u007fñ🚀"));
        members.put("n", new FlatValue.Whole(42));
        members.put("l", new FlatValue.TextList(List.of("x", "y")));
        members.put("e", new FlatValue.TextList(List.of()));

        assertThat(FlatJsonWriter.write(new FlatObject(members)))
                .isEqualTo("{\"z\":\"a\\\"\\\\/\\u0001\\u000a\u007fñ🚀\",\"n\":42,\"l\":[\"x\",\"y\"],\"e\":[]}");
    }

    @Test
    void write_everyCharacter_isReadBack() {
        for (int point = 0; point <= 0x10ffff; point += point < 0x3000 ? 1 : 97) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                var object = new FlatObject(Map.of("a", new FlatValue.Text(Character.toString(point))));
                byte[] json = FlatJsonWriter.write(object).getBytes(StandardCharsets.UTF_8);
                assertThat(FlatJsonReader.read(json)).as("U+%x", point).contains(object);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud83d", "\ude80", "a\ud83d", "\ude80\ud83d", "\ud83d\ud83d\ude80"})
    void text_thatJsonCannotHold_isRefused(String text) {
        assertThatThrownBy(() -> new FlatValue.Text(text)).hasMessageContaining("value");
        assertThatThrownBy(() -> new FlatValue.TextList(List.of("a", text))).hasMessageContaining("values");
        assertThatThrownBy(() -> new FlatObject(Map.of(text, new FlatValue.Whole(1))))
                .hasMessageContaining("members");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_000_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE})
    void whole_outOfRange_isRefused(long value) {
        assertThatThrownBy(() -> new FlatValue.Whole(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void values_laterChangeOfWhatWasGiven_changesNothing() {
        List<String> texts = new ArrayList<>(List.of("a"));
        var list = new FlatValue.TextList(texts);
        Map<String, FlatValue> members = new LinkedHashMap<>(Map.of("l", list));
        var object = new FlatObject(members);
        texts.add("b");
        members.clear();

        assertThat(object.texts("l")).contains(List.of("a"));
        assertThatThrownBy(() -> object.members().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
