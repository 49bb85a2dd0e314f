/**
 * What no reason may rest on, in the three languages of the messages. Terms are regular expressions over
 * lower-case text without diacritics; they match whole words. A word that is also honest trade language
 * ("children" in a nursery, "social media" in marketing) is listed only in the form that points at a person.
 */
interface ForbiddenTopic {
  readonly topic: string;
  readonly why: string;
  readonly terms: readonly string[];
}

const protectedTrait = 'it describes the person, and equality law protects it; name what the post requires';
const notEvidence = 'it is an impression, not evidence; name the criterion and what you saw';

export const forbiddenTopics: readonly ForbiddenTopic[] = [
  {
    topic: 'age',
    why: protectedTrait,
    terms: [
      'age|aged|too old|too young|youthful|elderly|year of birth|digital native|recent graduates?|retire(d|ment)',
      'edad|joven(es)?|demasiado mayor|muy mayor|jubilad[oa]s?',
      'trop (vieux|vieille|jeunes?|agee?s?)|agee?s?|jeunes?|retraitee?s?',
    ],
  },
  {
    topic: 'sex',
    why: protectedTrait,
    terms: [
      'sex|gender|male|female|m[ae]n|wom[ae]n|girls?|boys?|lady|ladies',
      'sexo|hombres?|mujer(es)?|senoritas?',
      'sexe|hommes?|femmes?|filles?|garcons?',
    ],
  },
  {
    topic: 'origin',
    why: protectedTrait,
    terms: [
      'nationalit(y|ies)|ethnic\\w*|race|racial|skin colou?r|immigrants?|foreigners?|native speakers?|mother tongue|country of origin',
      'nacionalidad|etni[ac]\\w*|raza|inmigrantes?|hablantes? nativ[oa]s?|nativ[oa]s?|lengua materna|pais de origen',
      'nationalite|ethni\\w*|immigree?s?|langue maternelle|pays d.origine|vos origines',
    ],
  },
  {
    topic: 'religion',
    why: protectedTrait,
    terms: [
      'religio\\w*|church|muslim|jewish|hindu|hijab|headscarf|prayers?|catholic',
      'iglesia|musulman\\w*|judi[oa]s?|catolic[oa]s?|velo islamico',
      'eglise|musulman\\w*|juifs?|juives?|catholiques?|voile islamique',
    ],
  },
  {
    topic: 'health',
    why: protectedTrait,
    terms: [
      'your health|health (condition|problem|issue|record)s?|mental health|illness|sick|sickness|diseases?|medical (condition|history|leave)|depression|anxiety|cancer|diabet\\w*|medication',
      'su salud|problemas? de salud|estado de salud|salud mental|enferm[oa]s?|enfermedad(es)?|baja medica',
      'votre sante|problemes? de sante|etat de sante|sante mentale|maladies?|malades?',
    ],
  },
  {
    topic: 'disability',
    why: protectedTrait,
    terms: [
      'disabled|disabilit(y|ies)|handicap\\w*|wheelchair|deaf|blind|autis\\w*|dyslexi\\w*|impairments?',
      'discapaci\\w*|minusval\\w*|silla de ruedas|sord[oa]s?|cieg[oa]s?|dislexi\\w*',
      'fauteuil roulant|sourde?s?|aveugles?',
    ],
  },
  {
    topic: 'pregnancy',
    why: protectedTrait,
    terms: [
      'pregnan\\w*|maternity|paternity|parental leave',
      'embaraz\\w*|maternidad|paternidad',
      'enceinte|grossesse|maternite|paternite|conge parental',
    ],
  },
  {
    topic: 'family',
    why: protectedTrait,
    terms: [
      'married|marriage|husband|wife|spouse|divorced|single (mother|father|parent)|childcare|(your|have|has|having) (children|kids|family)|family (situation|status|commitments|plans)',
      'casad[oa]s?|marido|esposa|divorciad[oa]s?|(sus|tiene|tener) hijos|situacion familiar|cargas? familiar(es)?',
      'mariee?s?|votre (mari|femme|famille)|divorcee?s?|vos enfants|situation (familiale|de famille)|charges? de famille',
    ],
  },
  {
    topic: 'orientation',
    why: protectedTrait,
    terms: [
      'sexual orientation|gender identity|gay|lesbian|homosexual\\w*|bisexual\\w*|transgender|lgbt\\w*',
      'orientacion sexual|identidad de genero|lesbianas?',
      'orientation sexuelle|identite de genre|homosexuel\\w*|lesbiennes?',
    ],
  },
  {
    topic: 'union',
    why: protectedTrait,
    terms: [
      'trade unions?|union (member|membership|activity|activist|rep|representative)s?',
      'sindica\\w*|huelgas?',
      'syndicats?|syndical\\w*|syndique\\w*|greves?',
    ],
  },
  {
    topic: 'opinion',
    why: protectedTrait,
    terms: [
      'political (view|opinion|belief|part)\\w*|your (beliefs|opinions|politics)',
      'opinion(es)? politicas?|ideologia|sus opiniones',
      'opinions? politiques?|ideologie|vos opinions',
    ],
  },
  {
    topic: 'looks',
    why: protectedTrait,
    terms: [
      '(your|physical|personal) (appearance|looks)|good.looking|overweight|obes\\w*|tattoos?|tattooed|piercings?|your (hair|clothes|weight|height)',
      'aspecto fisico|su (aspecto|apariencia)|buena presencia|tatuajes?|sobrepeso',
      'votre (apparence|physique|tenue|look)|apparence physique|tatouages?|surpoids',
    ],
  },
  {
    topic: 'accent',
    why: protectedTrait,
    // Not the French idiom "mettre l'accent sur", which speaks of emphasis.
    terms: ['(?<!l.)accents?|accented', 'acentos?'],
  },
  {
    topic: 'address',
    why: protectedTrait,
    terms: [
      '(your|home) address|postcode|zip code|where you live|live too far|your neighbou?rhood',
      'su (domicilio|direccion|barrio)|codigo postal|donde vive|vive (muy |demasiado )?lejos',
      'votre (adresse|domicile|quartier)|code postal|ou vous habitez|habitez trop loin',
    ],
  },
  {
    topic: 'overqualified',
    why: 'it has been judged a mask for age; name what the post requires',
    terms: [
      'over.?qualified|too (senior|junior|experienced|qualified)',
      'sobre(cualificad|calificad)\\w*|demasiado (senior|junior|cualificad\\w*)|demasiada experiencia',
      'surqualifi\\w*|trop (senior|junior|qualifi\\w*|experiment\\w*)|trop d.experience',
    ],
  },
  {
    topic: 'culture fit',
    why: notEvidence,
    terms: [
      'cultur(e|al) fit|team fit|(right|good|best|bad|poor) fit|fit (in )?with (us|our|the) ?\\w*',
      'encaj\\w+ (cultural|en (el|nuestro) equipo|con (nosotros|nuestr[oa]) ?\\w*)',
      'adequation culturelle|(notre|la) culture d.entreprise|esprit maison',
    ],
  },
  {
    topic: 'attitude',
    why: notEvidence,
    terms: [
      'attitudes?|personalit(y|ies)|arrogan\\w*',
      'actitud(es)?|personalidad|arroganc\\w*',
      'personnalite',
    ],
  },
  {
    topic: 'gaps',
    why: 'a gap says nothing about the work; name the evidence that was missing',
    terms: [
      '(career|employment|c\\.?v\\.?|resume) (gap|break)s?|gaps? in (your|the) (c\\.?v\\.?|resume|career|employment)|unemploy\\w*',
      '(lagunas?|huecos?) en su (c\\.?v\\.?|curriculum|trayectoria)|desemple\\w*|en paro',
      'trous? dans (votre|le) (c\\.?v\\.?|parcours)|periodes? d.inactivite|chomage|chomeu\\w*',
    ],
  },
  {
    topic: 'social media',
    why: 'it is not part of the application; use what the candidate sent you',
    terms: [
      'your (social media|facebook|instagram|tiktok|twitter|linkedin)|(facebook|instagram|tiktok|twitter) (profile|account|page|post)s?',
      'sus redes sociales|su (perfil|cuenta) (de|en) \\w+',
      'vos reseaux sociaux|votre (profil|compte) (facebook|instagram|tiktok|twitter|linkedin)',
    ],
  },
  {
    topic: 'algorithm',
    why: 'people decide here; name what you saw',
    terms: [
      '(an|the|our) (algorithm|ai)|artificial intelligence|automat(ed|ic) (screening|score|ranking|decision)s?',
      '(el|un|nuestro) algoritmo|inteligencia artificial',
      '(un|notre) algorithme|l.algorithme|intelligence artificielle',
    ],
  },
  {
    topic: 'other candidates',
    why: 'the answer is about this application; name the criterion',
    terms: [
      '(other|another|better|stronger) (candidate|applicant)s?',
      'otr[oa]s? (candidat[oa]s?|aspirantes?)|mejor(es)? candidat[oa]s?',
      'autres? candidate?s?|meilleure?s? candidate?s?',
    ],
  },
];
