"""Words by which product cards tell what a thing is like, has or does: said of a product, they must be in its card.

Made from the descriptions of the default catalogue and the attributes of data/synonyms, less what people say of
anything ("bueno", "completo", "diario"). Folded; compared by their roots, so one form stands for all.
"""

from typing import Final

from app.llm.proof.roots import raiz_de

_PALABRAS: Final = """
    abatible abedul ablanda ableton abombado abotinado abotonado abrigada abside absorbe acabado acacia acalorar
    acampar acaros aceite acero ache acolchado acorta acuatico adaptador adaptive adhesivos administrativo
    aerodinamica afeitar afrutado agarra agil agitador aglomerado agresivo agua aguamarina aguamenta agujas agujetas
    ahumado airplay aislacion aislamiento aislar alambrico alarma alas alcoba aldehidico aleksa aleman alemana
    alergenos alergicas aletas alexa alfombras algodon alimentador alinea alisar alivia almizcle almohada
    almohadillas alojar alpha altimetro altitud altura aluminio aluminum amaderado amanecer amarillito amarillo
    amarrarlo amasado ambar ambidiestro ambiental ambiente ambroxan amiibo amoled amortiguacion amperes ampliables
    ampolleta anafe analogico anaranjado anatomico anclaje androide androidtv angosto angular anillo animacion
    antenas anti antiacaros antiadherente antialergico antiarrugas antibacterial antibacteriano antibacterias
    antibrillo antical anticolision antideslizante antienredos antifugas antigolpes antigoteo antihuellas
    antimicrobiano antipinchazos antipolvo antireflejo antirreflejo antirresbalante antirrobo antisarro antracita
    apagado apertura apilable aplicacion apnea apoyabrazos apoyacabeza apoyamanos apoyamuñecas apoyapies apoyo
    apretarlo aprieta apsc aptx aqua arabe arabesco arcilla arcoiris arena argolla arma armable armado armar armario
    arnes aroma arrastre arrugas arterial artico articulado artificial asa asador asados aseo asiento asimetrica
    asistido aspas aspira assistant atemporal atenuacion aterciopelada athlon atmos atrapapelusas audio autitos
    autoarmable autocad autodeslizante autodry autoinstalable autolavado autolimpiante autolimpieza automatico
    automontable autoportante autovaciado avainillado axilares axilas azabache azul azulito backlit backup bagel
    baggy bagless bahias balanceo balazos balon baloncesto bamboo bambu banda bandeja bandera baraja baranda barba
    barbero barista barometro basket basketball basquet basquetbol bass batidos batwing baño beatle beige beis
    bencina bencinero bergamota berger bicicleta bicolor bigote bike bipersonal bisagra bisel bivoltaje bladeless
    blanco blandito blando blanquito blender bloqueo bluetoot bluetooth bluetoth bluetu blutooth blutu blutut
    blututh blutuz bocetar boletas bolsa bolsita bomba bonell bonnell booster boquillas borosilicato borrego
    borreguito bosque bota botella botones bototo bottom boucle brake brazalete brazos breathable brillante brillo
    brilloso brisa bronce brujula brushing bucear buceo burbujas burdeo butacas butano butted buttons cabaña
    cabecera cabello cabelludo cabeza cabezal cabina cable cabro cafetera caidas cajon cajonera calcetines caldera
    calefaccion calefactor calendario calentar calentito calibrados calida calienta calipso callejera calor cama
    camel camello caminatas camisas camiseta campismo camuflado camuflaje canales canastillo canasto cancelacion
    canceling cancelling cancha canciones candy canela canguro capas capcut capellada capitone capota cappuccino
    capsulas captura capucha capuchino capuchon caqui caramelo carboncillo carbono carcasa cardiaco cardioide
    cargador carmelita carpa carpeta carplay carrete carretera carro carry carton cartuchos cascada casquillo cast
    castaño caucho cavidad caza caña celeron celeste celestito cell celular ceniza centrifuga cepillo ceramica
    ceraniumglissee certificacion certificada cesta ceñida chaise chamaco chamba champaña chaqueta charge charging
    chasis chavos chenil chenille chimenea chino chip chiporro chips chispa chispero chocolate chorro chrome
    chromecast chromeos chulo cian ciclismo ciclista ciclo ciclonica ciclovias cielo cifrado cilindro cinta cintillo
    cintura cinturon circulador circumaural citrico climatiza coaching coaxial cobalto cobertura cobre cobrizo
    coccion cocinilla cocodrilo codear codificacion codificar codigo cognac cojines colaborativo colchon colgante
    colgar colision cologne colonia comandos combate combi combustible combustion compartimento compatibilidad
    compatible compresion compresor comprimido concavas concentrador concho condensacion conduccion conduction
    conectala configura confort congelador conico conmutador consume contabilidad contactless contador contenedor
    contorno contraseña control controla conveccion convector convertible cooperativo coordinados copiadora copilot
    coral corderito cordless cordones core corei corona corporal correa cortaviento cortinas cosmico costuras cotton
    counter credenciales crema cremallera crespo cripto criptomonedas cristal cristaleria cristalino cromada
    cronografo cronometro cross crossfit cruceta crueldad cruelty crujientes cuadernos cuadricoptero cuadriculado
    cuadrille cuanticos cuartel cuarzo cubiculos cubo cubrecadena cubremochila cubrepies cucharada cuchillas
    cuchilleria cuelga cuerda cuerina cuero cuin curva curvatura curvy dactilar dama damasco dardos davinci dañado
    definicion definition delantera delgaditos delgado delicadas denim densidad dentada depilar deposito derrames
    desbloqueado desbloqueo descansabrazos descongelado desenfundable desenreda deshidrata deshumidifica desinflado
    desliza desmontable desodorizacion despega despertador desplegable despliega desvian deteccion detecta detector
    detergente detiene detras developer diadema diagnostico dial dialogos diamante diametro didactico diferida
    difusa difusor digital digitaliza dimable dimeable dimensity dimerizable dimmable dinamico disney disolver
    disparos dispensador display displayport distancia dividida doblable doblaje dobleces dolbi dolby dolbyvision
    dolvi dongle dorador dosifica dragon drifit driver drivers drop dual dualband dualsim ducha ducto dulce dulzon
    duplex durable duracion duradera duraluminio durazno duvet dynamic earc ebano ebook ebooks ecoamigable ecocuero
    ecologico ecotank edge educacional educativo eink elastano elasticado elastico electric electrico
    electrocardiograma electromagnetica electronico elevable elimina embolo embolsados embutido emisiones empanadas
    empareja empotrable empuja empuñadura encaje encandilar encastrar encendedor enchapada enchufe encienden
    encimera encina encoge encriptado encuadre endereza energetica enfoca enfoque enfria enfriamiento enlozado
    enrollable ensacados entallado envase envolvente equipaje ergonomico escamoteables escandinavo escanea escaner
    escarcha escobillas escoces esconde escote esfera esim esmaltada esmeralda esmerilada esnapdragon espacial
    espalda español espejo espesor esports espresso espuma esqui esquina esquinero esquis esquiva estabilidad
    estabilizador estacas estampado estandar estanque estanteria estelar estereo estoperoles estrechas estructura
    estuche ethernet etiqueta eurotop evacuacion evita expandible extendida extensible exterior externo extraccion
    extracto extraible extrait extralarge exynos facial faldones farol faxeado fechador feedback felpa femenino
    fiber fibra fierro fijos filma filmacion filtracion filtro fingerprint firme fisioterapeutas flaquito flash
    fleece flexible flicker floral flores flota flotante fluido flujo fluor fluorescente foam foco foldable footrest
    force forro forzado fotito fotocopia fragancia frame franjas frecuencia freedos freesync freezer french
    frenchdoor frenos fresco fresno friega friegasuelos frigobar frio fritas frituras frizz frontal frontload fros
    frost frutal frutas fryer fucsia fuego fullframe fullhd funda futbolito futsal gabinete gafas galio galletas
    galvanizado gamepad gamuza gancho garras gasolina gatillos gato gavetas gaymer geimer gemelos generacion genuino
    geometria gestos gigabit gigante gimbal gira giratorio girls giroscopio glare glass globo glossy goku gold
    golosas golpea golpes goma google gore goretex gorila gorilla gorro gotea gourmand gps graba grabacion graduable
    graduado grafica grafito granate granito graphite grasa gratinar gravel graves green grey grill gris grisaceo
    grosor grumos gsync guaifai guarda guardable guayaco guilloche guindows guitarra haba hair haptica hardtail hdmi
    headset heat helices helly hepa hergonomico herramientas hervir hexagonos hibrida hidratacion hidraulicos
    hidrorrepelente hielera hielo hierro hierve high higiene hiking hilos hincha hipoalergenica hires hojas holgado
    hombre homekit homogenea hoodie horizontal horma hornallas hornea hornillas hornito horno horquilla horror
    hotswap huella huevito huevo hule humedo humo hydroclean ibis icemaker icono ifit iglu ignifugo illustrator
    iluminacion ilustracion imanes impactos impermeable impresas impresora imprime inalambrico inalanbrico inberter
    inclinacion individuales indoor induccion industrial infante infantil infinitos inflable inflada inflador
    influencer infrarrojo infusion inhalambrico inkjet inmersivos inox inoxidable instalacion instantanea
    instantaneas intel intemperie intenso interactivo intercambiable interferencias interior interruptores
    intrauditivos intraural intrauricular inversa inverter inverters inyeccion inyecta iones ionica ionizador ipad
    iris irregulares irritada isofix italiana izquierdo jack jacquard japonesa jarra jaspeado jazmin jean jeans
    joystick jrpg jugadores kaki karaoke katana kekes kerosen kerosene khaki kingsize kit kits kratos kuin lacado
    lacio lactante ladrillos lamina lampara lana lanceta lanza lapiz laptop laser latencia lateral latex
    latinoamericano laton latte lattego lava lavable lavanda lavasecadora lavavajillas lavender ldac leather leche
    lector led leds lente leña licencia liceo licra licuado lidar lightning lightroom lightweight lila lima limon
    lineal lingote linterna linux liquido liso litio livianito liviano llantas llave llavero lluvia lolo lona look
    loto loza luces lumbar lumenes luminoso luna lungo luxury lycra macbook macchiato machine maciza macos macro
    madera magenta magneticos magsafe maker maleta maletero malla malteadas maltraten malva manchas manecillas
    maneja manga manguera manilla manivela manometro manos mantequillas manual manubrio manzana mapas mapeo maqueta
    maquina maraton marcha marfil marino marmol marraqueta marrones mascotas masculino matlab matte mecanografia
    mecedor mecha medianoche mediatek medidor meet megas melamina melanina mellizos melocoton melon membrana memoria
    memory menta menus merino mesh meson metal metalizado mexicano mezclar mezclilla micro microagujeros microcal
    microfibra microfono microondas microorificios micropolar microsd microshift microusb miel migas militar mimbre
    minar mineria miniled miniplug mint mirrorless moca mochila modulares modulos moises mojado moka moledor molido
    molinillo monitoreo monoambiente monocromatica monocromo monopuerta montable montain montaje montaña montessori
    mopa moradito morado mosquitero mostaza moto motorizado mountain mouse mousepad movil movilizarme muele muelles
    mujer mullidos multibeam multiciclonica multicolor multidireccional multidispositivo multidoor multifuncion
    multifuncional multijugador multimedia multiplayer multipoint multiproposito multipuertas multipunto multiroom
    multitactil multitouch multiuso muro musculosa musgo musica musiquita musk muñeca nafta nailon nano nanocel
    nanocell nanoe naranjo natacion nativo natural navy neblina nebula neck nenes nenito neon neoqled neumaticos
    neutra neutral newborn nfc nicho nilon nintendo niquel nitrogeno nitruro nits niveles nobuck nobuk nocturno
    nofrost nogal noise nordico noruego notificaciones nubuck nubuk nucleos nude nuggets numerico nvidia nvme nylon
    obscuro obstaculos ocre octogonal office oled oliva olla ollas olor ondas ondulado onix openbox optico organico
    organizador orquidea ortopedia ortopedico oscilacion osea outdoor ovalado overclock oversize oxigeno oximetro
    pachuli pack paddle palancas paletas palomitas panal panoramico papillas parafina paragua parental parfum parka
    parlantes parpadeo parquet parrilla pasivo pastel pasto patagonico patas patillera patines pavo paño pcie peach
    pedales pedestal peine pellet pellets pelo pelusas pencil pendiente pentium peonia perfil perillas perimetral
    periscopio perla personalizable petroleo photoshop piano pibe pica picante piedra piel pies piezoelectrico pilas
    pilates pillow pillowtop pima pimienta pinchar pink pino pintura pique piscina pistas piston pivote pizarra piña
    placa plafon plancha plano plantilla plastico plataforma platino playa playero playstation plegable plegado plex
    pliega plomo plug pluma plumon podometro pods polar poliester polifuncional polipiel poliuretano polvo polyester
    pomelo porcelana porta portabebe portable portafiltro portanotebook portavasos porton posabrazos posapies potes
    powerbank powerpoint preadolescente precalentar predice preinstalados prelubricados premiere premontadas prendas
    preparaciones preprogramadas princesa probador problend procreate profundidad pronacion protectores protege
    proyecta proyector puffer pulido pulpa pulsaciones pulsera pulso pulsometro pump puntera purificador purple
    purpura puzzle puños qled qned qualcomm quema quemadores querosen queroseno quick quirurgico racing radiador
    radio rafaga raid rainbow raizen ramo ranura raqueta rasurar rattan rayas reacondicionado rebanadas recalentar
    recalienta recamara recargable receptor reciclado reclina recoge recogecable recogemigas recondicionado
    reconocimiento recorren recortador recto recubrimiento recuperacion redondo reduce reflectantes reflectora
    reflejos reflex reforzados refresca refrigeracion refuerza refurbished regulable reinos rejilla relajacion
    relleno remolino remoto removible rendidora renewed renovar reparte repelente repetidor repisa replica
    reposabrazos reposacabezas reposamanos reposapies reposo reposteria reproduccion reproducen resbala resbalin
    rescates resiliencia resina resistant resortes respaldo respirable retardo retiene retina retirarlas retractil
    retrocompatibilidad retrocompatible retroiluminado return reventar reversible revit revive rgb riel rigido
    rinconero ripio rizado roble robot robusto rociador rodado rodante rodillas rodines rojito rojo roku romanos
    rompevientos rosadito rosado rosca rosegold rosita rostro rotacion rotativa rotatoria rotulos rovere rudo ruedas
    rueditas rugerizado rugged ruido ruidoso rulos runing runner running rustico ryzen sabanas saibasai salmon
    salpicaduras salsas sandalo sandbox sangre sangrienta sanguinea saque sarro sata satinado saturacion scanner
    screen seafoam season secado seda seguimiento selector self selfies sellado semi semiautomatica semicuero
    semifirme seminuevo semiprofesional senior sensible sensor sensores separados seque señal sherpa shimano shock
    shooter shooters shot side sidebyside silencioso silent silicona sillon silnylon silueta silver sim simracing
    simulador sincroniza sintetico siri sistema skateboard skateboarding sketchup slider slim slip slowmo smoothies
    snacks snapdragon snorkel snow snowboard sobrecalentarse sobremesa sobretecho soccer sofa sofisticado software
    solar solidworks sonoro soplado sostenible spandex spiedo split spotify spray srgb stainless stand steam steel
    stereo sticks stylus suavecito suaviza sublimacion subtitulos subwoofer succion suciedad sudor sueco suede suela
    suelto sueño suizo sumergible superamoled superautomatica supercarga superking superzoom supraaural supraurales
    surf surfista surround surtidos survival suspension sustentable svga swap swappable switch sync system tabaco
    tablero tablets tachscreen tactil tacto talon tambor tamper tank tanque tapa tapabarros tapizado tarjeta tazas
    teams techo teclado teflon tejido tele teleobjetivo telescopico teletrabajo temperatura templado temporizador
    tenderla tenkeyless tennis tension tensor teraflops terciopelo termica terminacion terminal termocontrol
    termoselladas termostato terracota terror tester testers textil texturas texturizada thunderbolt tiburon tiktok
    tiktoks timer tina tinta tirador tirantes tiritas tiros titan titanio titanium tizen toallas tocador tocando
    toilet toilette toldo tolva tonka topmount topograficos tormenta tornamesa torre tortas tortuga tostar touch
    touchscreen toxicos traccion tracing traduccion trail trailrunning translucido transmision transmitir
    transparente transpirable transporte trapea trapeado trapeadora trapero trasera traslucido treil treking
    trekking trekkings trenzado tribanda tritura trofeo trolley trotes truesteam tubeless tubos tubular turbo
    turmalina turquesa turquoise tweeter tweeters twitch ubuntu ultra ultraancho ultradelgado ultrafino ultraligero
    ultraliviano ultrapanoramico ultraportatil ultraslim ultrasonido ultrawide unicolor unidireccional unificada
    unipersonal unisex vainilla valvula vanilla vapor vaporizador vaquero varillas vaso vbrake vegano velador velcro
    vellos velour velvet ventana ventilador verdecito verdoso vestibulos vibracion vibre vidrio vincha vincula vino
    vintage violeta visco viscoelastica vision visor vitro vitroceramica voces vodka volante volcamiento voleibol
    voley volley volleyball voltaje volumen vuelve waffle walking water waterproof waterproofs webcam webos wengue
    whatsapp wiffi wifi windows windproof windstopper wired wireless woody woofer wool wqhd xbox xxxl zafiro
    zancadas zigzag zipper
    """
RAICES: Final = frozenset(raiz_de(palabra) for palabra in _PALABRAS.split())
