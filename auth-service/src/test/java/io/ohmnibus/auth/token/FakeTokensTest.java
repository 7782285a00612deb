/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

final class FakeTokensTest extends TokensContract {

    private final FakeTokens tokens = new FakeTokens();

    @Override
    Tokens tokens() {
        return tokens;
    }
}
