"""Words and expressions that tell kinds of names and clauses; the checks use them."""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EVALUATIONS: Final = _words(
    """
    avid true great good fine very keen excellent brilliant mere real simple also once now then still only
    famous renowned noted prominent leading retired former
    proficient senior high-ranking successful accomplished celebrated distinguished notorious convicted respected
    prolific veteran aspiring skilled talented gifted influential award-winning well-known acclaimed popular
    famed legendary eminent esteemed outstanding remarkable superb magnificent wonderful staunch devoted dedicated
    passionate lifelong career promising versatile capable able pioneering
    """
)
NOBLE: Final = _words(
    """
    prince princess king man soldier fighter player guard officer general model patron orator friar monk
    fellow member leader commander criminal representative
    """
)
PHRASE_ENDS: Final = _words(
    """
    and or of for who that which in at on by with from to as is was whose when where best known based during
    born all
    """
)
LINKS: Final = re.compile(rb"\b(?:of|by|for|with|to|from|in|at|on|against|between)\b")
SECOND_CLAUSE: Final = re.compile(
    rb"\band (?:(?:H|I|[PXUOL]|also|later|then|soon|[a-z]+ly) )*"
    rb"(?!(?:raised|brought|educated|bred|related|applied|[a-z]+ (?:at|in|from|with|of))\b)"
    rb"(?:[a-z]{2,}(?:ed|ught)|is|was|are|were|has|had|went|took|became|began|left|won|wrote|made|held|came|got|ran|led|"
    rb"met|spent|gave|found|knew|told|said|put|set|sold|built|died|lives?|works?|plays?|runs?|serves?)\b|"
    rb"\band (?:the|an?|H's|I's) [^,;]{3,60}?\b(?:was|were|is|are|has|had|took|became|came)\b|"
    rb", then [a-z]+(?:ing|ed)\b|"
    rb"\b(?:but|who|which|where|when|while|because(?! of\b)|since)\b|\b(?:before|after|"
    rb"until)\b(?! (?:an?|the|long|short|suffering|H's|being)\b)|;"
)
WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
PEOPLE: Final = _words(
    """
    man woman girl boy personality celebrity socialite contestant medalist medallist
    citizen national laureate legend star recipient winner champion criminal noble servant
    consul immigrant emigrant refugee prelate heiress influencer envoy dissident emperor empress queen entrant
    """
)
SCHOOL: Final = re.compile(
    r"\b(?:Universit\w+|Universidad\w*|College|Collège|School|Institute|Institut|Instituto|"
    r"Academy|Académie|Institution|Istituto|Politecnico|Escuela|Scuola|Accademia|Akademie|Polytechnic\w*|Seminary|[CK]onservato\w+|Gymnasium|Lyc[eé]e|"
    r"Grammar|High|Hochschule|Skole|Hogeschool|Högskola\w*|École|Ecole|Yeshiva|Faculty|UC|MIT|UCLA|USC|NYU|LSE|Oxford|"
    r"Cambridge|Harvard|Yale|Princeton|Stanford|Eton|RADA)\b"
)
SCHOOLS: Final = _words(
    """
    Oxford Cambridge Harvard Yale Princeton Stanford Columbia Cornell Dartmouth Eton Harrow Rugby Winchester
    Sorbonne Berkeley Caltech Juilliard Wharton Vassar Wellesley Duke Brown Rutgers Purdue Georgetown
    Sandhurst RADA MIT UCLA
    """
)
PARTY: Final = re.compile(
    r"\b(?:Party|Democrats?|Republicans?|Labour|Conservatives?|Socialist|Communist|Movement|"
    r"Congress Party|(?:Indian|African) National Congress|"
    r"Janata|Fianna Fáil|Fine Gael|Sinn Féin|Tories|Liberals?|Likud|Greens|"
    r"Whigs?|Awami League|CDU|SPD|ANC|BJP|UKIP|SNP|Plaid Cymru|Bloc Québécois|Parti|"
    r"Partido|Partei|Democratic|(?:National|Popular|Patriotic|Liberation) Front|(?:Democratic|People's) Alliance|"
    r"Unionists?|Kuomintang|KMT|Ba['’]?ath|Fatah|PASOK|Syriza|CSU|FDP|PSOE|AKP|LDP|NDP|DUP|SDLP|DMK|FRELIMO|MPLA|"
    r"NSDAP|CPSU|KPD|Fidesz|ZANU-PF|SWAPO|UNITA|RENAMO|PvdA|VVD|SPÖ|ÖVP|FPÖ|Jobbik|Shiv Sena|Trinamool|Samajwadi|"
    r"Tea Party|Muslim League|Nazi|Workers' "
    r"Party)\b"
)
LABEL: Final = re.compile(
    r"\b(?:Records|Recordings|Record|Music|Entertainment|Label|Columbia|Capitol|Atlantic|"
    r"Motown|Decca|EMI|RCA|Virgin|Epic|Geffen|Interscope|Def Jam|Polydor|Mercury|MCA|"
    r"Elektra|Parlophone|Arista|Sony|Warner Bros|Warner|Universal|Island|Reprise|A&M|"
    r"Sub Pop|BMG|Sire|Verve|Chrysalis|Philips|ABC|CBS|Jive|LaFace)\b"
)
SCHOOLING: Final = re.compile(rb"\b(?:phd|doctoral|graduate|undergraduate) students?\b|\bstudent (?:at|of)\b|\balumn")
NOT_EMPLOYERS: Final = _words(
    """
    Cup League Championship Championships Olympics Games Award Awards Series Tournament Conference Church
    Cathedral Abbey Hospital Records Music Station Street Bowl Theatre Theater Hotel Division Season CEO MVP
    """
)
HIRERS: Final = _words(
    """
    Records Hospital Church Cathedral Music Theatre Theater Hotel Station
    """
)
ROLES: Final = _words(
    """
    secretary-general rapporteur comptroller
    ceo cfo cto coo chief executive director directors president chairman chairwoman chair chairperson
    vice-president vice head manager spokesman spokeswoman spokesperson professor lecturer researcher
    scientist secretary treasurer dean rector provost principal coach captain editor correspondent reporter
    columnist curator fellow analyst partner officer member trustee chancellor vice-chancellor
    superintendent commissioner commander employee staff consultant engineer instructor teacher faculty
    postdoc economist strategist adviser advisor boss leader assistant associate coordinator organiser
    organizer administrator governor agent librarian archivist attorney counsel physician surgeon
    headmaster headmistress headteacher bursar registrar envoy sergeant captain lieutenant colonel
    """
)
NO_ROLE: Final = re.compile(
    rb"\b(?:with|as|by|for|from|to|at|in|who|was|were|is|are|that|which|when|after|on|"
    rb"has|had|said|told|where|student|students|founded|educated|trained|schooled|graduated|born)\b"
)
MODIFIER: Final = re.compile(
    rb"(?:'s)? (?:[a-z-]+ ){0,1}(?:club|side|team|giants|outfit|franchise|rivals|counterparts)\b"
)
SPORT: Final = re.compile(
    rb"\b(?:club|league|season|seasons|loan|striker|midfielder|goalkeeper|footballer|"
    rb"football|transfer|drafted|signed|debut|coach|player|defender|winger|forward)\b"
)
LEADERS: Final = re.compile(
    rb"\b(?:ceo|cfo|cto|coo|chief (?:executive|operating|financial|technology|marketing|"
    rb"information|scientific) ?(?:officer)?|managing director|chairman|chairwoman|chairperson|"
    rb"spokesman|spokeswoman|spokesperson|vice president|vice-president|general manager|"
    rb"executive director|president)\b"
)
SCREEN: Final = re.compile(
    rb"\b(?:film|movie|song|single|album|episode|series|show|music|lyrics|screenplay|"
    rb"directed|pilot|track|sitcom|script|ep)\b"
)
BOOK: Final = re.compile(r"\b(?:novel|book|play|story|poem|memoir|biography|paper|article|series)\b")
GEOGRAPHY: Final = re.compile(
    rb"\b(?:island|islands|lake|river|mountain|village|town|city|suburb|hamlet|district|"
    rb"county|park|valley|beach|street|road|bridge|peak|glacier|cemetery|station|airport)\b"
)
SAYS: Final = re.compile(
    rb",? (?:says|said|told|believes|explains|explained|argues|argued|notes|noted|and "
    rb"colleagues|and H's|has|is|who)"
)
COMMENTS: Final = re.compile(
    rb",? (?:(?:declined|refused) to (?:comment|say|give|answer|discuss|confirm|speak)|"
    rb"added|confirmed|commented|warned that|announced|told reporters)\b"
)
DEPUTY: Final = re.compile(r"\b(?:vice|deputy|assistant|former vice|co-president|club president|student)\b")
CHIEF: Final = re.compile(r"\b(?:ceo|chief executive|managing director|president)\b")
COMPANY: Final = re.compile(
    r"\b(?:Inc|Corp\w*|Company|Co|Ltd|LLC|Group|Records|Pictures|Studios?|Entertainment|"
    r"Industries|Technologies|Systems|Software|Motors|Airlines|Airways|Bank|Media|Networks?|"
    r"Labs|Holdings|Partners|Enterprises|Energy|Productions|Films|Games|Foods|Interactive|"
    r"Solutions|Communications|Consulting|Capital|Pharmaceuticals)\b"
)
INSTITUTION: Final = re.compile(
    r"\b(?:University|College|School|Institute|Academy|Museum|Gallery|Hospital|Library|"
    r"Conservatory|Polytechnic|Seminary|Cathedral|Abbey|Laboratory|Observatory)\b"
)
WORK_NOUN: Final = re.compile(
    rb"\b(?:film|album|song|single|novel|book|ep|game|series|documentary|movie|play|musical|"
    rb"compilation|soundtrack|opera|anime|mixtape|magazine|comic|manga|poem|memoir|anthology|"
    rb"sitcom|drama|comedy|video|record|track|newspaper|journal|novella|autobiography|"
    rb"biography|telenovela|biopic|miniseries|compact disc|oratorio|cantata|operetta|"
    rb"(?:television|tv|drama|web|soap) serial)\b"
)
FILM_NOUN: Final = re.compile(
    rb"\b(?:film|movie|documentary|series|drama|comedy|thriller|sitcom|play|musical|episode|"
    rb"miniseries|western|short|video|opera|anime)\b"
)
PRODUCT_NOUN: Final = re.compile(
    rb"\b(?:games?|software|engine|platform|console|application|app|operating system|language|"
    rb"framework|library|tool|computer|device|aircraft|system|program|website|"
    rb"simulator|shooter|browser|car|phone|smartphone|tablet)\b"
)
MUSIC: Final = re.compile(
    rb"\b(?:songs?|singles?|albums?|tracks?|ep|lp|mixtapes?|hits?|ballad|covers?|covered|remix|recordings?|recorded|"
    rb"soundtrack|duet|b-side|sings|sang|sung|singer|rapper|band|vocals|sampled|samples|billboard|cover version)\b"
)
NO_MUSIC: Final = re.compile(
    rb"\b(?:films?|movies?|acting|television|directorial|literary|novels?|poems?|books?|episodes?|plays?|essays?|paintings?|sitcom|documentary|article|story)\b"
)
LITERARY: Final = re.compile(
    rb"\b(?:novels?|novellas?|books?|(?:the|stage) plays?|poems?|poetry|literature|literary|stor(?:y|ies)|essays?|"
    rb"trage(?:dy|dies)|comed(?:y|ies)|chapters?|verses?|prose|readers|playwright|novelist|poet|illustrations)\b"
)
ADAPTED: Final = re.compile(rb"(?:adaptation|dramati[sz]ation|translation|characters?|hero|heroine|copy|edition)\b")
PRESS: Final = re.compile(
    r"\b(?:Press|Books?|Publish\w+|Publications?|Éditions|Editions?|Editora|Editorial|Verlag|Comics|Magazine|Journal|"
    r"Penguin|Knopf|Random House|HarperCollins|Harper|Macmillan|Routledge|Springer|Scholastic|Faber|Doubleday|"
    r"Gallimard|Houghton|Schuster|Bloomsbury|Hachette|Scribner\w*|Viking|Collins|Methuen|Longmans?|Wiley|Elsevier)\b"
)
PRODUCTION: Final = re.compile(
    r"\b(?:Productions?|Television|TV|Pictures|Studios?|Films?|Network|Company|BBC|USA|Disney|Pixar)\b"
)
CINEMATIC: Final = re.compile(rb"\b(?:films?|movies?|starred|starring|cinema|screen)\b")
STAGE: Final = re.compile(
    rb"\b(?:operas?|operatic|stage|theat(?:re|er)s?|ballets?|musicals?|concerts?|baroque|dance|revivals?|broadway)\b"
)
DECORATIONS: Final = (
    "OBE|MBE|CBE|KBE|DBE|GBE|BEM|GCMG|KCMG|DCMG|CMG|KCB|GCB|GCVO|KCVO|DCVO|LVO|MVO|CVO|DSO|DSC|DFC|DFM|DCM|"
    "QSO|QSM|ONZM|MNZM|CNZM"
)
"""Letters after a name that only a decoration gives."""
RECORDS: Final = _words("EP LP EPs LPs CD DVD OST")
TITLE_ENDS: Final = re.compile(
    rb"(?: \([^()]*\))?(?:[,.;:)\"]|\Z| (?:by|and|in|on|is|was|as|with|starring|directed|at|for|which|from|has|had|to|"
    rb"that|featuring|released|under|through|via|were|are|may|might|would|could|but|after|before|when|while)\b)"
)
NOT_IN_ROLES: Final = _words(
    """
    the a an this that these those his her its their our my your some any many several two three whose not
    no be been being met meets saw sued led calls called says then than there when into over under between
    against via per
    """
)
ROLE_PARTICIPLES: Final = _words(
    """
    founding acting managing visiting leading operating marketing engineering retired distinguished noted
    renowned associated accounting consulting banking manufacturing publishing advertising broadcasting
    training nursing recording sporting contributing presiding commanding supervising sitting serving
    endowed tenured named appointed celebrated acclaimed awarded skilled experienced certified licensed
    advanced applied limited learned united
    """
)
LEAGUES: Final = _words(
    """
    NBA NFL NHL MLB MLS UFC WNBA PGA ATP WTA FIFA UEFA IPL AFL NRL NCAA IOC USSR GDR GCSE
    """
)
BROAD: Final = _words(
    """
    NASA BBC CNN NBC ABC CBS ESPN CIA FBI IBM NPR ITV MI5 MI6 KGB NSA PBS MSNBC NATO UNESCO UNICEF MIT
    UCLA USAF RAF NYPD LAPD CERN ESA NOAA AP AFP CBC HBO MTV SAS USMC RAND IMF WHO NHS DEA ATF ACLU AT&T
    HP GE GM BMW AOL SAP
    """
)
NEW_CLAUSE: Final = re.compile(
    rb"\b(?:and|but|which|who|that|where) (?:I's |also |later |now |then )?(?:is|was|are|were|has|had)\b"
)
FOUNDED: Final = re.compile(rb"\b(?:co-?)?(?:found(?:ed|ing|ers?)|establish(?:ed|ing))\b")
COMPANY_NOUN: Final = re.compile(
    rb"\b(?:company|firm|group|band|organi[sz]ation|foundation|charity|agency|label|studio|club|school|college|institute|society|"
    rb"business|startup|start-up|party|newspaper|magazine|church|community|movement|association|network|brand|website|site|"
    rb"initiative|provider|retailer|publisher|consultancy|practice|chain|airline|museum|gallery|brewery|restaurant|station|"
    rb"channel|project|programme|union|council|committee|cent(?:er|re)|think tank|corporation|enterprise|conglomerate|"
    rb"hotel|builder|manufacturer|yard|store|shop|distributor|producer of|maker|supplier|"
    rb"platform|team|orchestra|ensemble|theatre|hospital|university|academy|league|order|bank|fund|venture|non-?profit|"
    rb"ngo|institution|library|laboratory|seminary|alliance|federation|cooperative|consortium|choir|duo|trio|quartet|"
    rb"supergroup|collective|winery|distillery|bookstore|factory|ministry|bureau)\b"
)
OFFICE_ACRONYMS: Final = _words(
    """
    CEO COO CFO CTO CIO CMO CDO CSO VP SVP EVP MD
    """
)
OFFICE_FOUNDERS: Final = _words(
    """
    Founder Co-Founder Co-founder Cofounder Founders Co-Founders Co-founders
    """
)
OFFICE_HEADS: Final = _words(
    """
    Officer President Vice-President Chairman Chairwoman Chairperson Chair Director Manager Counsel
    Partner Spokesman Spokeswoman Spokesperson Treasurer Secretary
    """
)
OFFICE_BEFORE: Final = _words(
    """
    Chief Executive Vice Senior Deputy Assistant Associate Managing General Founding Operating Financial
    Finance Technology Technical Marketing Information Scientific Medical Commercial Creative Strategy
    Product Interim Acting Former Global Group Regional National Non-Executive Corporate Joint Board
    Development Sales Design Investment Legal Communications Artistic Program Programme Press Company
    Research Business Engineering & of the and
    """
)
OFFICE_CHAIRS: Final = _words(
    """
    Professor Lecturer Fellow Chair Professorship Reader
    """
)
NAME_HEADS: Final = _words(
    """
    Center Centre Institute Society Association Foundation Council Campaign School Agency Fund Museum
    Committee Academy Organization Organisation Office College Department Division Bureau Ministry
    Alliance Coalition Initiative Laboratory Faculty Federation Union Commission Project Network Trust
    Forum Board Group Programme Program Campaign League Hospital Consortium Congress Secretariat
    Directorate Partnership Observatory Library Service Authority
    """
)
NAME_FIELDS: Final = _words(
    """
    Study Studies Advancement Science Sciences Prevention Protection Promotion Development Analysis
    Treatment Medicine Encouragement Propagation Preservation Improvement Relief Education Economics
    History Philosophy Psychology Theory Control Diffusion Suppression Defense Defence Support Abolition
    Conservation Blind Rights Theology Sociology Law Services Affairs Security Commerce Trade Settlements
    """
)
BODY: Final = re.compile(
    r"(?:The )?(?:(?:Advisory |Executive |Supervisory |Management )?"
    r"(?:Board|Committee|Council|Faculty|Department|Office|Company|Group|Secretariat|Commission|Agency|Branch|Staff)"
    r"(?: of (?:Directors|Trustees|Governors|Advisors|Management))?)"
)
"""A part of some organisation that only the text around it names."""
