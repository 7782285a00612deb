/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.NotifyReportRequest;
import java.util.List;
import java.util.Optional;

/** The parts of the report that a CSMS received. */
final class Reports {

    private Reports() {}

    static List<NotifyReportRequest> all(FakeCsms csms) {
        return csms.requests(NotifyReportRequest.class);
    }

    static Optional<NotifyReportRequest> last(FakeCsms csms) {
        return all(csms).stream().filter(part -> Boolean.FALSE.equals(part.tbc())).findFirst();
    }
}
