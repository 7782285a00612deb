/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.gateway.admission.Admission;
import io.ohmnibus.gateway.admission.AdmissionProperties;
import io.ohmnibus.gateway.admission.Refusals;
import io.ohmnibus.gateway.routing.GatewayReadings;
import io.ohmnibus.gateway.session.StationSessions;
import io.ohmnibus.gateway.tls.ServerTls;
import org.springframework.stereotype.Component;

/** What all ways in use. */
@Component
record Reception(
        GatewayReadings readings,
        ServerTls tls,
        Admission admission,
        AdmissionProperties limits,
        Refusals refusals,
        StationSessions sessions) {}
