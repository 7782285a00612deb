/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.test.openapi.OpenApiDocument;
import io.ohmnibus.platform.test.openapi.OpenApiRules;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The description of the REST interface. */
@EmbeddedTest
final class OpenApiIT {

    @Test
    void describesEachOperationWithExamplesAndProblems(TestDatabase database)
            throws IOException, InterruptedException {
        String document =
                OpenApiDocument.of(TransactionApplication.class, Service.TRANSACTION, database);
        assertThat(OpenApiRules.violations(document)).isEmpty();
    }
}
