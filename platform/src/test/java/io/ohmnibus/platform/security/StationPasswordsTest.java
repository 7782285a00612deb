/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StationPasswordsTest {

    private static final String HEX = "00112233445566778899aabbccddeeff00112233";

    private final StationPasswords passwords =
            new StationPasswords("a pepper for tests", new SecureRandom());

    @Test
    void passwordsAreLongRandomLettersAndDigits() {
        var many = Stream.generate(passwords::generate).limit(100).collect(Collectors.toSet());
        assertThat(many).hasSize(100).allMatch(one -> one.matches("[A-Za-z0-9]{32}"));
    }

    @Test
    void aPasswordMatchesItsHashAndNoOther() {
        String password = passwords.generate();
        String hash = passwords.hash(password);
        assertThat(hash).matches("v1\\$[\\w-]{22}\\$[\\w-]{43}").doesNotContain(password);
        assertThat(passwords.matches(bytes(password), hash)).isTrue();
        assertThat(passwords.matches(bytes(passwords.generate()), hash)).isFalse();
        assertThat(passwords.matches(bytes(password + " "), hash)).isFalse();
        assertThat(passwords.matches(new byte[0], hash)).isFalse();
    }

    @Test
    void eachHashHasItsOwnSaltAndNeedsThePepper() {
        String password = passwords.generate();
        assertThat(passwords.hash(password)).isNotEqualTo(passwords.hash(password));
        var other = new StationPasswords("another pepper here", new SecureRandom());
        assertThat(other.matches(bytes(password), passwords.hash(password))).isFalse();
    }

    @Test
    void aStationMayPresentTheBytesThatHexDigitsStandFor() {
        byte[] decoded = HexFormat.of().parseHex(HEX);
        assertThat(passwords.matches(bytes(HEX), passwords.hash(HEX))).isTrue();
        assertThat(passwords.matches(decoded, passwords.hash(HEX))).isTrue();
        String upper = HexFormat.of().withUpperCase().formatHex(decoded);
        assertThat(passwords.matches(decoded, passwords.hash(upper))).isTrue();
    }

    @Test
    void aStationMayPresentHexDigitsOfTheText() {
        String password = passwords.generate();
        String encoded = HexFormat.of().formatHex(bytes(password));
        assertThat(passwords.matches(bytes(encoded), passwords.hash(password))).isTrue();
    }

    @Test
    void nothingMatchesAnUnknownStation() {
        assertThat(passwords.matchesNothing(bytes(passwords.generate()))).isFalse();
        assertThat(passwords.matchesNothing(new byte[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v2$AAAA$AAAA", "v1$AAAA", "v1$!$!", "v1$$"})
    void aDamagedHashMatchesNothing(String hash) {
        assertThat(passwords.matches(bytes(passwords.generate()), hash)).isFalse();
    }

    @Test
    void passwordsHave16To64Characters() {
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.hash("x".repeat(15)));
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.hash("x".repeat(65)));
        String longest = "ü".repeat(64);
        assertThat(passwords.matches(bytes(longest), passwords.hash(longest))).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
