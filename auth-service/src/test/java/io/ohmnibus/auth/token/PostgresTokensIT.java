/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;

@EmbeddedTest
final class PostgresTokensIT extends TokensContract {

    private final Tokens tokens;

    PostgresTokensIT(TestDatabase database) {
        this.tokens = TokensUnderTest.in(ServiceDatabase.migrate(database, Service.AUTH));
    }

    @Override
    Tokens tokens() {
        return tokens;
    }
}
