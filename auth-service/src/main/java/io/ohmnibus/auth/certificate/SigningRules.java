/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.authority.Authorities;
import io.ohmnibus.auth.authority.AuthorityProperties;
import io.ohmnibus.auth.authority.CertificateAuthority;
import io.ohmnibus.auth.authority.CertificateUse;
import io.ohmnibus.auth.authority.Csr;
import io.ohmnibus.auth.authority.InvalidRequest;
import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.type.CertificateHashData;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which signing requests are passed on. */
@Component
final class SigningRules {

    private static final Pattern ADDRESS =
            Pattern.compile("[\\d.]+|[\\da-fA-F:]*:[\\da-fA-F:]*|.*://.*");

    private final Authorities authorities;
    private final AuthorityProperties properties;

    SigningRules(Authorities authorities, AuthorityProperties properties) {
        this.authorities = authorities;
        this.properties = properties;
    }

    int requestsPerDay() {
        return properties.requestsPerDay();
    }

    /** The request, when it may be signed for one of the names; A02.FR.12 otherwise. */
    Csr check(SignCertificateRequest request, Set<String> names) throws InvalidRequest {
        CertificateUse use = CertificateUse.of(request.certificateType());
        CertificateAuthority authority =
                authorities
                        .of(use)
                        .orElseThrow(() ->
                                new InvalidRequest(
                                        "UnsupportedRequest",
                                        "there is no authority for such certificates"));
        CertificateHashData root = request.hashRootCertificate();
        if (root != null && !authority.leadsTo(root)) { // A02.FR.27
            throw new InvalidRequest("NoCertificate", "the authority has another root");
        }
        Csr csr = Csr.parse(request.csr());
        requireName(csr, names);
        if (use == CertificateUse.CHARGING_STATION
                && csr.organization()
                        .filter(o -> !o.equals(properties.organization()))
                        .isPresent()) {
            throw new InvalidRequest( // A00.FR.404, A00.FR.509
                    "InvalidCSR", "O is not " + properties.organization());
        }
        return csr;
    }

    private static void requireName(Csr csr, Set<String> names) throws InvalidRequest {
        String name = csr.commonName().orElse("");
        if (!names.contains(name)) { // A00.FR.405, pain 28
            throw new InvalidRequest("InvalidCSR", "CN is not the name of this station");
        }
        if (ADDRESS.matcher(name).matches()) { // A00.FR.511
            throw new InvalidRequest("InvalidCSR", "CN is an address");
        }
    }
}
