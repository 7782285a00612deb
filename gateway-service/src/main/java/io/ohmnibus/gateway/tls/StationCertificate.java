/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * What the certificate of a station says (Part 2, A, 1.4.1).
 *
 * @param names CN of the subject; exactly one in a certificate that is as it should be
 * @param organizations O of the subject
 * @param serialNumber in lower-case hexadecimal digits without leading zeros
 * @param chain the certificate and what the station sent with it
 */
public record StationCertificate(
        List<String> names,
        List<String> organizations,
        String serialNumber,
        Instant notBefore,
        Instant expiresAt,
        List<X509Certificate> chain) {

    /** Reads the first certificate of the chain. */
    public static StationCertificate of(List<X509Certificate> chain) {
        X509Certificate own = chain.getFirst();
        return new StationCertificate(
                values(own.getSubjectX500Principal(), "CN"),
                values(own.getSubjectX500Principal(), "O"),
                own.getSerialNumber().toString(16),
                own.getNotBefore().toInstant(),
                own.getNotAfter().toInstant(),
                List.copyOf(chain));
    }

    private static List<String> values(X500Principal subject, String type) {
        List<String> values = new ArrayList<>();
        try {
            for (Rdn rdn : new LdapName(subject.getName(X500Principal.RFC2253)).getRdns()) {
                Attribute attribute = rdn.toAttributes().get(type);
                for (int i = 0; attribute != null && i < attribute.size(); i++) {
                    values.add(String.valueOf(attribute.get(i)));
                }
            }
        } catch (InvalidNameException e) {
            throw new IllegalArgumentException("Not a name: " + subject, e);
        } catch (NamingException e) {
            throw new IllegalStateException("Attributes in memory cannot fail", e);
        }
        return List.copyOf(values);
    }

    /** Whether its time has come, and perhaps gone. */
    public boolean begunAt(Instant now) {
        return !now.isBefore(notBefore);
    }

    /** Whether its time is over. */
    public boolean expiredAt(Instant now) {
        return now.isAfter(expiresAt);
    }
}
