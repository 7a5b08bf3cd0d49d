package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisHostTest {

    @Test
    void parse_nameOrAddressWithPort_isBoth() {
        assertThat(RedisHost.parse(" redis.example.com:6379 ")).contains(new RedisHost("redis.example.com", 6379));
        assertThat(RedisHost.parse("10.1.2.3:1")).contains(new RedisHost("10.1.2.3", 1));
    }

    @Test
    void parse_ipv6InBrackets_isTheBareAddress() {
        assertThat(RedisHost.parse("[::1]:26379")).contains(new RedisHost("::1", 26379));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "host",
                "host:",
                ":1",
                "host:0",
                "host:65536",
                "host:-1",
                "host:1x",
                "::1:6379",
                "[]:1",
                "[host]:1",
                "[::1]",
                "[::1:1",
                "host:123456789012"
            })
    void parse_anythingElse_isEmpty(String text) {
        assertThat(RedisHost.parse(text)).isEmpty();
    }

    @Test
    void new_portOutOfRange_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RedisHost("host", 0));
    }
}
