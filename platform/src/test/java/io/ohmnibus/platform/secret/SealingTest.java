/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final byte[] SECRET = "correct horse battery".getBytes(StandardCharsets.UTF_8);

    private final Sealing sealing = with("a secret of sixteen");

    private static Sealing with(String secret) {
        return new Sealing(secret, new SecureRandom());
    }

    @Test
    void opensWhatAnotherProcessSealedWithTheSameSecret() {
        byte[] sealed = with("a secret of sixteen").seal(SECRET, "default/CS-1");
        assertThat(sealing.open(sealed, "default/CS-1")).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("horse");
    }

    @Test
    void neverSealsTheSameTwice() {
        assertThat(sealing.seal(SECRET, "a")).isNotEqualTo(sealing.seal(SECRET, "a"));
    }

    @Test
    void opensNothingOfAnotherPlaceOrSecretOrThatWasChanged() {
        byte[] sealed = sealing.seal(SECRET, "default/CS-1");
        assertThatThrownBy(() -> sealing.open(sealed, "default/CS-2"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with("another secret, longer").open(sealed, "default/CS-1"))
                .hasMessageContaining("secret-key");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealing.open(sealed, "default/CS-1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealing.open(SECRET, "default/CS-1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
