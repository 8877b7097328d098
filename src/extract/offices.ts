// Desks and offices as they are named in headers and signatures. A name made of nothing else is nobody's.
const OFFICES = new Set(
  `procurement purchasing purchase facilities facility maintenance operations operation accounts accounting account payable payables receivable receivables
billing finance admin administration administrative office front desk reception receptionist leasing sales estimating estimates grounds groundskeeping property properties
project projects community customer client service services support human resources hr dept department division general assistant asst senior sr deputy regional district
site building buildings plant officer manager mgr director coordinator supervisor superintendent administrator clerk secretary treasurer president vice chair chairman chairwoman
chairperson controller bookkeeper buyer agent foreman specialist representative rep executive board committee team staff concierge caretaker custodian janitor principal
landlord homeowner owner tenant resident the and of for & works public utilities utility safety security events event program planner planning contracts contract contracting
acheteur acheteuse approvisionnement approvisionnements achats administrateur administratrice gestionnaire directeur directrice adjoint adjointe comptabilité responsable
secrétaire président présidente trésorier trésorière compras gerente administrador administradora encargado encargada oficina`
    .trim()
    .split(/\s+/u),
)

/** "Procurement Officer", "Accounts Payable", "Front Desk": an office, not whoever holds it. */
export function isOffice(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[\s,./()-]+/u)
    .filter((word) => word !== '')
  return words.length > 0 && words.every((word) => OFFICES.has(word))
}
