"""Words by which product cards tell what a thing is like, has or does: said of a product, they must be in its card.

Made from the descriptions of the default catalogue and the attributes of data/synonyms, less what people say of
anything ("bueno", "completo", "diario"). Folded; compared by their roots, so one form stands for all.
"""

from typing import Final

from app.llm.proof.roots import raiz_de

_PALABRAS: Final = """
    abatible abedul ablanda ableton abombado abotinado abotonado abrigada abside absorbe acabado acacia acalorar
    acampar acaros aceite acero ache acolchado acorta activa acuatico adaptador adaptive adhesivos administrativo
    aerodinamica afeitar afrutado agarra agil agitador aglomerado agresivo agua aguamarina aguamenta agujas agujetas
    ahumado airplay aislacion aislamiento aislar alambrico alarma alas alcoba aldehidico aleksa aleman alemana
    alergenos alergicas aletas alexa alfombras algodon alimentador alinea alisar alivia almizcle almohada
    almohadillas alojar alpha altimetro altitud altura aluminio aluminum amaderado amanecer amarillito amarillo
    amarrarlo amasado ambar ambidiestro ambiental ambiente ambroxan amiibo amoled amortiguacion amperes ampliables
    ampolleta anafe analogico anaranjado anatomico anclaje androide androidtv angosto angular anillo animacion
    animales aniversario antenas anti antiacaros antiadherente antialergico antiarrugas antibacterial antibacteriano
    antibacterias antibrillo antical anticolision antideslizante antienredos antifugas antigolpes antigoteo
    antihuellas antimicrobiano antipinchazos antipolvo antireflejo antirreflejo antirresbalante antirrobo antisarro
    antracita apagado apartamento apertura apilable aplicacion apnea apoyabrazos apoyacabeza apoyamanos apoyamuñecas
    apoyapies apoyo apretarlo aprieta apsc aptx aqua arabe arabesco arcilla arcoiris arena argolla arma armable
    armado armar armario arnes aroma arquitectonicos arquitectura arrastre arrugas arterial artico articulado
    artificial asa asador asados ascensor aseo asiento asimetrica asistido aspas aspira assistant atemporal
    atenuacion aterciopelada athlon atmos atrapapelusas audio autitos auto autoarmable autocad autodeslizante
    autodry autoinstalable autolavado autolimpiante autolimpieza automatico automontable autoportante autovaciado
    avainillado axilares axilas azabache azul azulito backlit backup bagel baggy bagless bahias balanceate balanceo
    balazos balon baloncesto bamboo bambu banda bandeja bandera baraja baranda barba barberia barbero barista
    barometro basket basketball basquet basquetbol bass batidos batwing baño beatle bebecito bebito beige beis
    bencina bencinero bergamota berger biblioteca bicicleta bicolor bigote bike bipersonal bisagra bisel bivoltaje
    bladeless blanco blandito blando blanquito blender bloqueo bluetoot bluetooth bluetoth bluetu blutooth blutu
    blutut blututh blutuz bocetar bodas boletas bolsa bolsita bomba bonell bonnell booster boquillas borosilicato
    borrego borreguito bosque bota botella botones bototo bottom boucle brake brazalete brazos breathable brillante
    brillo brilloso brisa bronce brujula brushing bucear buceo burbujas burdeo butacas butano butted buttons
    caballero cabaña cabecera cabello cabelludo cabeza cabezal cabina cable cabro cafetera caidas cajon cajonera
    calcetines calcula caldera calefaccion calefactor calendario calentar calentito calibrados calida calienta
    calipso callejera calor calorias cama camel camello caminatas camioneta camisas camiseta campamento campestre
    campismo camuflado camuflaje canales canastillo canasto cancelacion canceling cancelling cancha canciones candy
    canela canguro capas capcut capellada capitone capota cappuccino capsulas captura capucha capuchino capuchon
    caqui caramelo carboncillo carbono carcasa cardiaco cardioide cargador carmelita carpa carpeta carplay carreras
    carrete carretera carro carry carton cartuchos cascada casquillo cast castaño caucho cavidad caza caña
    celebraciones celeron celeste celestito cell celular ceniza centrifuga cepillo ceramica ceraniumglissee
    certificacion certificada cesta ceñida chaise chamaco chamba champaña chaqueta charge charging chasis chavos
    chenil chenille chile chileno chimenea chino chip chiporro chips chiquitito chiquito chispa chispero chocolate
    chorro chrome chromecast chromeos chulo cian ciclismo ciclista ciclo ciclonica ciclovias cielo cifrado cilindro
    cinta cintillo cintura cinturon circulador circumaural citrico climatiza clubes coaching coaxial cobalto
    cobertura cobre cobrizo coccion cocinilla cocodrilo codear codificacion codificar codigo cognac cojines
    colaborativo colchon colgante colgar colision cologne colonia comandos combate combi combustible combustion
    comedor compartimento compatibilidad compatible compresion compresor comprimido concavas concentrador concho
    condensacion conduccion conduction conectala configura confort congelador conico conmutador consume contabilidad
    contactless contador contenedor contesta contorno contraseña control controla conveccion convector convertible
    coop cooperativo coordinados copiadora copilot coquetos coral corderito cordless cordones core corei corona
    corporal correa corredores cortaviento cortinas cosmico costuras cotton counter creadores credenciales crema
    cremallera crespo cripto criptomonedas cristal cristaleria cristalino cromada cronografo cronometro cross
    crossfit cruceta crueldad cruelty crujientes cuadernos cuadricoptero cuadriculado cuadrille cuanticos cuartel
    cuarzo cubiculos cubo cubrecadena cubremochila cubrepies cucharada cuchillas cuchilleria cuelga cuello cuerda
    cuerina cuero cuin cuna cuquis curva curvatura curvy dactilar dama damasco dardos davinci dañado definicion
    definition delantera delgaditos delgado delicadas delivery denim densidad dentada depilar deposito derrames
    desbloqueado desbloqueo descansabrazos descongelado desenfundable desenreda deshidrata deshumidifica desinflado
    desliza desmontable desodorizacion despega despertador desplegable despliega desvian deteccion detecta detector
    detergente detiene detras developer diadema diagnostico dial dialogos diamante diametro didactico diferida
    difusa difusor digital digitaliza dimable dimeable dimensity dimerizable dimmable dinamico disney disolver
    disparos dispensador display displayport dispositivos distancia dividida doblable doblaje dobleces dolbi dolby
    dolbyvision dolvi dongle dorador dormitorio dosifica dragon drifit driver drivers drop dual dualband dualsim
    ducha ducto dulce dulzon duplex durable duracion duradera duraluminio durazno duvet dynamic earc ebano ebook
    ebooks ecoamigable ecocuero ecologico ecotank edge edicion editor educacional educativo eficiencia eink ejes
    elastano elasticado elastico electric electrico electrocardiograma electromagnetica electronico elementos
    elevable elimina embolo embolsados embutido emisiones empanadas empareja empotrable empuja empuñadura encaje
    encandilar encastrar encendedor enchapada enchufe encienden encimera encina encoge encriptado encuadre endereza
    energetica energia enfoca enfoque enfria enfriamiento enlozado enrollable ensacados entallado envase envolvente
    equipaje ergonomico escalera escamoteables escandinavo escanea escaner escarcha escobillas escoces esconde
    escote escritura esfera esim esmaltada esmeralda esmerilada esnapdragon espacial espalda español espejo espesor
    esports espresso espuma esqui esquina esquinero esquis esquiva estabilidad estabilizador estable estacas
    estampado estandar estanque estanteria estelar estereo estes estoperoles estrechas estructura estuche ethernet
    etiqueta eurotop evacuacion evita expandible expediciones exponer exposicion extendida extensible exterior
    externo extraccion extracto extraible extrait extralarge exynos facebook facial faldones farol faxeado fechador
    feedback felpa femenino fiber fibra fierro fijos filma filmacion filtracion filtro fingerprint firme
    fisioterapeutas flaquito flash fleece flexible flicker floral flores flota flotante fluido flujo fluor
    fluorescente foam foco foldable footrest force forro forzado fotito fotocopia fragancia frame franjas frecuencia
    freedos freesync freezer french frenchdoor frenos fresco fresno fresquito friega friegasuelos frigobar frio
    fritas frituras frizz frontal frontload fros frost frutal frutas fryer fucsia fuego fullframe fullhd funda
    futbolito futsal gabinete gafas galio galletas galvanizado gamepad gamuza gancho garras gasolina gatillos gato
    gavetas gaymer geimer gemelos generacion genius genuino geometria gestos gigabit gigante gimbal gimnacio gira
    giratorio girls giroscopio glare glass globo glossy goku gold golosas golpea golpes goma google gore goretex
    gorila gorilla gorro gotea gourmand gps graba grabacion graduable graduado grafica grafito granate granito
    graphite grasa gratinar gravel graves green grey grill gris grisaceo grosor grueso grumos gsync guaifai guarda
    guardable guayaco guilloche guindows guitarra haba hair haptica hardtail hdmi headset heat helices helly hepa
    hergonomico herramientas hervir hexagonos hibrida hidratacion hidraulicos hidrorrepelente hielera hielo hierro
    hierve high higiene hiking hilos hincha hipoalergenica hires historia hojas holgado hombre homekit homogenea
    hoodie horizontal horma hornallas hornea hornillas hornito horno horquilla horror hotswap huella huevito huevo
    hule humedo humo hydroclean ibis icemaker icono ifit iglu ignifugo illustrator iluminacion ilustracion imanes
    impactos impermeable impresas impresora imprime inalambrico inalanbrico inberter inclinacion independientes
    individuales indoor induccion industrial infante infantil infinitos inflable inflada inflador influencer
    infrarrojo infusion ingeniera ingenieria ingeniero inhalambrico inkjet inmersivos inox inoxidable instagram
    instalacion instantanea instantaneas intel intemperie intenso interactivo intercambiable interferencias interior
    internet interruptores intrauditivos intraural intrauricular inversa inverter inverters inyeccion inyecta iones
    ionica ionizador ipad iris irregulares irritada isofix italiana izquierdo jack jacquard japonesa jardin jarra
    jaspeado jazmin jean jeans jogging joystick jrpg jueguitos jugadores juvenil kaki karaoke katana kekes kerosen
    kerosene khaki kingsize kit kits kratos kuin lacado lacio lactante ladrillos lamina lampara lana lanceta lanza
    lapiz laptop laser latencia lateral latex latinoamericano laton latte lattego lava lavable lavanda lavasecadora
    lavavajillas lavender ldac leather leche lector lectura led leds lente letra leña licencia liceo licra licuado
    lidar lightning lightroom lightweight lila lima limon lineal lingote linterna linux liquido liso litio livianito
    liviano llamativo llantas llave llavero lluvia lolo lona look loto loza luces lucha lumbar lumenes luminoso luna
    lungo luxury lycra macbook macchiato machine maciza macos macro madera magenta magneticos magsafe maker maleta
    maletero malla malteadas maltraten malva manchas manecillas maneja manga manguera manilla manivela manometro
    manos mantequillas manual manubrio manzana mapas mapeo maqueta maquina maraton marcha marfil marino marmol
    marraqueta marrones mascotas masculino matlab matte mecanografia mecedor mecha medianoche mediatek medidor
    meditar meet megas melamina melanina mellizos melocoton melon membrana memoria memory menta menus merino mesh
    meson metal metalizado meterlo mexicano mezclar mezclilla micro microagujeros microcal microfibra microfono
    microondas microorificios micropolar microsd microshift microusb miel migas militar mimbre minar mineria miniled
    miniplug mint minusculo mirrorless moca mochila mochilero modulares modulos moises mojado moka moledor molesto
    molido molinillo monitoreo monoambiente monocromatica monocromo monopuerta monta montable montain montaje
    montaña montessori mopa moradito morado mosquitero mostaza moto motorizado motricidad mountain mouse mousepad
    movil movilizarme mueble muele muelles mujer mullidos multibeam multiciclonica multicolor multidireccional
    multidispositivo multidoor multifuncion multifuncional multijugador multimedia multiplayer multipoint
    multiproposito multipuertas multipunto multiroom multitactil multitouch multiuso muro musculosa musgo musica
    musical musiquita musk muñeca nafta nailon nano nanocel nanocell nanoe naranjo nariz natacion nativo natural
    navegar navy neblina nebula neck nenes nenito neon neoqled neumaticos neutra neutral newborn nfc nicho nilon
    nintendo niquel nitrogeno nitruro nits niveles nobuck nobuk nocturno nofrost nogal noise nordico noruego
    notificaciones nubuck nubuk nucleos nude nuggets numerico nvidia nvme nylon obscuro obstaculos ocre octogonal
    oculto office ofimatica oido oled oliva olla ollas olor ondas ondulado onix openbox optico organico organizador
    orquidea ortopedia ortopedico oscilacion oscurece oscuro osea outdoor ovalado over overclock oversize oxigeno
    oximetro pachanga pachuli pack paddle palancas paletas palma palomitas panal panoramico papillas papitas
    parafina paragua parcela paredes parental parfum parka parlantes parpadeo parquet parrilla pasivo pastel pasto
    patagonico patas patillera patines patio pavo paño pcie peach pedales pedestal peine pellet pellets pelo
    peluquerias pelusas pencil pendiente pentium peonia perfil perfumeria perillas perimetral periscopio perla
    personalizable pestañas petroleo photoshop piano pibe pica picante pichanga piedra piel piernas pies
    piezoelectrico pilas pilates pillow pillowtop pima pimienta pinchar pink pino pintura pique piscina pistas
    piston pivote pizarra pizza piña placa plafon plancha planillas plano plantilla plastico plataforma platino
    playa playero playstation plegable plegado plex pliega plomo plug pluma plumon podcast podcasts podometro pods
    polar poliester polifuncional polipiel poliuretano pollo polvo polyester pomelo porcelana porta portabebe
    portable portafiltro portanotebook portavasos porton posabrazos posapies potes powerbank powerpoint
    preadolescente precalentar predice preinstalados prelubricados premiere premontadas prendas preparaciones
    preprogramadas presenciales princesa probador problend procreate profundidad programas pronacion protectores
    protege proyecta proyector puffer pulido pulpa pulsaciones pulsera pulso pulsometro pump puntera purificador
    purple purpura puzzle puños pymes qled qned qualcomm quema quemadores queques querosen queroseno quick quinchos
    quirurgico racing radiador radio rafaga raid rainbow raizen ramo ranura raqueta rasurar rattan rayas
    reacondicionado rebanadas recalentar recalienta recamara recargable receptor recetas reciclado reclina recoge
    recogecable recogemigas recondicionado reconocimiento recorren recortador recto recubrimiento recuperacion redes
    redondo reduce reels reflectantes reflectora reflejos reflex reforzados refresca refrigeracion refuerza
    refurbished regulable reinos rejilla relajacion relleno remolino remoto removible render renderizar renders
    rendidora renewed renovar reparte repelente repetidor repisa replica reposabrazos reposacabezas reposamanos
    reposapies reposo reposteria reproduccion reproducen resbala resbalin rescates reserva resiliencia resina
    resistant resortes respaldo respirable restriccion retardo retiene retina retirarlas retocar retractil retratos
    retrocompatibilidad retrocompatible retroiluminado return reventar reversible revit revive rgb riel rigido
    rinconero ripio rizado roble robo robot robusto rociador rodado rodante rodillas rodines rojito rojo roku
    romanos rompevientos ropa rosadito rosado rosca rosegold rosita rostro rotacion rotativa rotatoria rotulos
    rovere rudo ruedas rueditas rugerizado rugged ruido ruidoso rulos rumba runing runner running rustico ryzen
    sabanas saibasai salmon salpicaduras salsas sandalo sandbox sangre sangrienta sanguinea saque sarro sata
    satinado saturacion scanner screen seafoam season secado secundaria seda seguimiento selector self selfies
    sellado semi semiautomatica semicuero semifirme seminuevo semiprofesional senior sensible sensor sensores
    separados seque señal sherpa shimano shock shooter shooters shot side sidebyside silencioso silent silicona
    sillon silnylon silueta silver sim simracing simulador sincroniza sintetico siri sistema skateboard
    skateboarding sketchup slider slim slip slowmo smoothies snacks snapdragon snorkel snow snowboard
    sobrecalentarse sobremesa sobretecho soccer sofa sofisticado software solar solidworks sonoro sopas soplado
    sostenible sostiene spandex spiedo split spotify spray srgb stainless stand steam steel stereo sticks stream
    streaming stylus suave suavecito suaviza sublimacion subtitulos subwoofer succion suciedad sudor sueco suede
    suela suelto sueño suizo sumergible superamoled superautomatica supercarga superking supervivencia superzoom
    supraaural supraurales surf surfista surround surtidos survival suspension sustentable svga swap swappable
    switch sync system tabaco tablero tablets tachscreen tactil tacto talon tambor tamper tank tanque tapa
    tapabarros tapizado tarjeta tazas teams techo teclado teflon tejido tele teleobjetivo telescopico teletrabajo
    temperatura templado temporizador tenderla tenis tenkeyless tennis tension tensor teraflops terciopelo termica
    terminacion terminal termocontrol termoselladas termostato terracota terraza terreno terror tester testers
    textil texturas texturizada thunderbolt tiburon tiktok tiktoks timer tina tinta tirador tirantes tiritas tiros
    titan titanio titanium tizen toallas tocador tocando toilet toilette toldo tolva tonka topmount topograficos
    tormenta tornamesa torneos torre torso tortas tortuga tostar touch touchscreen toxicos traccion tracing
    traduccion trail trailrunning training translucido transmision transmitir transparente transpirable transporte
    trapea trapeado trapeadora trapero trasera trasladar traslucido treil treking trekking trekkings trenzado
    triatlon tribanda tritura trofeo trolley tropicales trotes truesteam tubeless tubos tubular turbo turmalina
    turquesa turquoise tweeter tweeters twitch ubuntu ultra ultraancho ultradelgado ultrafino ultraligero
    ultraliviano ultrapanoramico ultraportatil ultraslim ultrasonido ultrawide unicolor unidireccional unificada
    unipersonal unisex vainilla valorant valvula vanilla vapor vaporizador vaquero varillas vaso vbrake vegano
    velador velcro vellos velour velvet ventana ventilador verdecito verdoso verduras vestibulos vestidos vibracion
    vibre videoconferencia vidrio vincha vincula vino vintage violeta visco viscoelastica vision visor vitro
    vitroceramica viviendas vlogging vlogs voces vodka volante volcamiento voleibol voley volley volleyball voltaje
    volumen vuelve waffle walking water waterproof waterproofs webcam webos wengue whatsapp wiffi wifi windows
    windproof windstopper wired wireless woody woofer wool wqhd xbox xxxl youtube zafiro zancadas zigzag zipper
    zombis
    """
RAICES: Final = frozenset(raiz_de(palabra) for palabra in _PALABRAS.split())
