package io.github.auraauth.adapter.channels;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.user.ChannelId;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of channels: an array of {@code {"id", "name", "security": {"anonymous"}}}, other members aside.
 *
 * @param unreadable how many entries have no UUID as id
 */
record ChannelList(List<Channel> channels, int unreadable) {
    private static final ObjectReader STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    ChannelList {
        channels = List.copyOf(channels);
    }

    /** Empty where the bytes are no array of JSON. */
    static Optional<ChannelList> parse(byte[] json) {
        try {
            JsonNode list = STRICT.readTree(json);
            return list.isArray() ? Optional.of(of(list)) : Optional.empty();
        } catch (IOException notJson) { // its message would quote the response
            return Optional.empty();
        }
    }

    /** Of several entries with one id the first counts. */
    private static ChannelList of(JsonNode list) {
        Map<ChannelId, Channel> channels = new LinkedHashMap<>();
        int unreadable = 0;
        for (JsonNode entry : list) {
            Optional<ChannelId> id = ChannelId.parse(entry.path("id").asText());
            id.ifPresent(known -> channels.putIfAbsent(known, channel(known, entry)));
            unreadable += id.isPresent() ? 0 : 1;
        }
        Collection<Channel> all = channels.values();
        return new ChannelList(List.copyOf(all), unreadable);
    }

    private static Channel channel(ChannelId id, JsonNode entry) {
        JsonNode name = entry.path("name");
        boolean anonymous = entry.path("security").path("anonymous").asBoolean(false);
        return new Channel(
                id,
                name.isTextual() ? Optional.of(name.textValue()).filter(Channel::isName) : Optional.empty(),
                anonymous);
    }
}
