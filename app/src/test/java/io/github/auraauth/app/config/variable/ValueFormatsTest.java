package io.github.auraauth.app.config.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "number 1..65535; 1; 1",
                "number 1..65535; 65535; 65535",
                "number 1..65535; ' 0080 '; 80",
                "boolean; TRUE; true",
                "boolean; false; false",
                "oneOf DEV|PRE|PRO; pre; PRE",
                "url; https://a.example/x; https://a.example/x",
                "url; http://127.0.0.1:8080; http://127.0.0.1:8080",
                "origins; 'https://a.example, http://b.example:81'; https://a.example,http://b.example:81",
                "origins; https://A.Example:443,HTTP://b:80; https://a.example,http://b",
                "mongo; mongodb://a:1,b:2/db?w=1; mongodb://a:1,b:2/db?w=1",
                "mongo; mongodb+srv://user:x@c.example; mongodb+srv://user:x@c.example",
                "hosts; 'a:6379, [::1]:6380'; a:6379,[::1]:6380",
                "cidrs; '10.0.0.0/8,::1,192.168.1.1, fd00::/8'; 10.0.0.0/8,::1,192.168.1.1,fd00::/8",
                "zone; Europe/Madrid; Europe/Madrid",
                "matches [a-z]{1,3} :: some letters; a , bcd; a,bcd",
                "texts; 'a,, b ,'; a, b",
            })
    void normal_allowedValue_isItsNormalForm(String form, String given, String normal) {
        assertThat(ValueFormats.parse(form)
                        .normal()
                        .apply(given)
                        .map(text -> text.replace(", ", ",").strip()))
                .contains(normal.replace(", ", ",").strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "number 1..65535; 0",
                "number 1..65535; 65536",
                "number 1..65535; 1e3",
                "number 1..65535; 99999999999999999999",
                "number 1..65535; ٣",
                "boolean; yes",
                "oneOf DEV|PRE|PRO; PROD",
                "url; ftp://a.example",
                "url; a.example",
                "url; https://user:secret@a.example",
                "url; https://a.example?x=1",
                "origins; https://a.example/path",
                "mongo; http://a",
                "mongo; mongodb://",
                "hosts; a",
                "hosts; a:0",
                "hosts; a:70000",
                "hosts; redis://a:1",
                "cidrs; 10.0.0.0/33",
                "cidrs; 10.0.0.256",
                "cidrs; localhost",
                "cidrs; ::g",
                "cidrs; 10.0.0.0/",
                "zone; Mars/Base",
                "matches [a-z]{1,3} :: some letters; a,bcde",
                "texts; ','",
            })
    void normal_otherValue_isEmpty(String form, String given) {
        assertThat(ValueFormats.parse(form).normal().apply(given)).isEmpty();
    }

    @Test
    void parse_unknownWord_isACallersBug() {
        assertThatThrownBy(() -> ValueFormats.parse("colour")).isInstanceOf(IllegalArgumentException.class);
    }
}
