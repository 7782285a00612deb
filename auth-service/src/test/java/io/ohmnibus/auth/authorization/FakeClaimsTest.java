/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

final class FakeClaimsTest extends ClaimsContract {

    private final FakeClaims claims = new FakeClaims();

    @Override
    Claims claims() {
        return claims;
    }
}
