package io.github.auraauth.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.front.request.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "[2001:db8:1:2::9], 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "::ffff:192.0.2.7, 192.0.2.7",
        "no address, no address",
        "localhost, localhost",
    })
    void network_ofAnAddress_isTheAddressOrItsVersionSixNetwork(String address, String network) {
        assertThat(new Source(address, false).network()).isEqualTo(network);
    }
}
